// An I2C bus with one sensor on it: a table of registers at an address.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <map>

namespace fake {
extern int sensor_address;  // -1: nothing answers
extern std::map<int, uint8_t> registers;
}  // namespace fake

struct FakeWire {
  int address = 0, at = 0, written = 0;
  void begin() {}
  void setClock(long) {}
  void beginTransmission(uint8_t to) { address = to, written = 0; }
  void write(uint8_t value) {
    if (written++ == 0) {
      at = value;
    } else if (address == fake::sensor_address) {
      fake::registers[at] = value;
    }
  }
  uint8_t endTransmission(bool = true) { return address == fake::sensor_address ? 0 : 2; }
  uint8_t requestFrom(uint8_t from, uint8_t length) { return from == fake::sensor_address ? length : 0; }
  int read() { return fake::registers[at++]; }
};
extern FakeWire Wire;
