// The inertial sensors that this puck knows, by their registers: MPU-6050 (and 6500, 9250), and the LSM6
// family (DS3, DS3TR-C, DSOX) that sits on many Nano boards. Both at 8 g and 2000 degrees a second.
#pragma once

#include <Arduino.h>
#include <Wire.h>

namespace footfall {

enum ImuKind { kNoImu, kMpu6050, kLsm6 };

class Imu {
 public:
  // Looks for a sensor at its usual addresses and sets it up. False: none answered.
  bool begin() {
    kind_ = kNoImu;
    reads_ = 0;
    const uint8_t mpu[] = {0x68, 0x69};
    for (uint8_t address : mpu) {
      uint8_t who = id(address, 0x75);
      if (who == 0x68 || who == 0x70 || who == 0x71) {
        return start_mpu(address);
      }
    }
    const uint8_t lsm[] = {0x6A, 0x6B};
    for (uint8_t address : lsm) {
      uint8_t who = id(address, 0x0F);
      if (who == 0x69 || who == 0x6A || who == 0x6C) {
        return start_lsm(address);
      }
    }
    return false;
  }

  // One measurement in milli-g and tenths of a degree per second. False: there is no sensor, it did not answer,
  // or it has lost its power for a moment and with it what it was set to: begin() again.
  bool read(int16_t accel_mg[3], int16_t gyro_ddps[3], bool *clipped) {
    uint8_t raw[14] = {};
    if (kind_ == kNoImu || (reads_++ % kReadsBetweenChecks == 0 && !still_set())) {
      return false;
    }
    if (!block(kind_ == kMpu6050 ? 0x3B : 0x22, raw, kind_ == kMpu6050 ? 14 : 12)) {
      return false;
    }
    *clipped = false;
    int16_t any = 0;
    for (int i = 0; i < 3; ++i) {
      int16_t a = 0;
      int16_t g = 0;
      if (kind_ == kMpu6050) {
        a = static_cast<int16_t>(raw[2 * i] << 8 | raw[2 * i + 1]);
        g = static_cast<int16_t>(raw[8 + 2 * i] << 8 | raw[9 + 2 * i]);
        accel_mg[i] = static_cast<int16_t>(a * 1000L / 4096);
        gyro_ddps[i] = static_cast<int16_t>(g * 100L / 164);
      } else {
        g = static_cast<int16_t>(raw[2 * i + 1] << 8 | raw[2 * i]);
        a = static_cast<int16_t>(raw[7 + 2 * i] << 8 | raw[6 + 2 * i]);
        accel_mg[i] = static_cast<int16_t>(a * 244L / 1000);
        gyro_ddps[i] = static_cast<int16_t>(g * 7L / 10);
      }
      *clipped = *clipped || at_end(a) || at_end(g);
      any |= a | g;
    }
    // Gravity is always felt and no gyroscope is that quiet: six zeros are a sensor that sleeps.
    return any != 0;
  }

 private:
  static const uint8_t kReadsBetweenChecks = 16;

  ImuKind kind_ = kNoImu;
  uint8_t address_ = 0;
  uint8_t reads_ = 0;

  static bool at_end(int16_t word) { return word > 32700 || word < -32700; }

  // Clock from the gyroscope, 44 Hz low-pass, 200 values a second, ranges.
  bool start_mpu(uint8_t address) {
    kind_ = kMpu6050;
    address_ = address;
    return write(0x6B, 0x01) && write(0x1A, 0x03) && write(0x19, 0x04) && write(0x1B, 0x18) &&
           write(0x1C, 0x10);
  }

  // Whole words only and counting addresses, then 208 values a second and ranges.
  bool start_lsm(uint8_t address) {
    kind_ = kLsm6;
    address_ = address;
    return write(0x12, 0x44) && write(0x10, 0x5C) && write(0x11, 0x5C);
  }

  // The range of acceleration is still the one that was written.
  bool still_set() {
    uint8_t range = 0;
    return block(kind_ == kMpu6050 ? 0x1C : 0x10, &range, 1) && range == (kind_ == kMpu6050 ? 0x10 : 0x5C);
  }

  uint8_t id(uint8_t address, uint8_t reg) {
    address_ = address;
    uint8_t who = 0;
    return block(reg, &who, 1) ? who : 0;
  }

  bool write(uint8_t reg, uint8_t value) {
    Wire.beginTransmission(address_);
    Wire.write(reg);
    Wire.write(value);
    return Wire.endTransmission() == 0;
  }

  bool block(uint8_t reg, uint8_t *into, uint8_t length) {
    Wire.beginTransmission(address_);
    Wire.write(reg);
    if (Wire.endTransmission(false) != 0 || Wire.requestFrom(address_, length) != length) {
      return false;
    }
    for (uint8_t i = 0; i < length; ++i) {
      into[i] = static_cast<uint8_t>(Wire.read());
    }
    return true;
  }
};

}  // namespace footfall
