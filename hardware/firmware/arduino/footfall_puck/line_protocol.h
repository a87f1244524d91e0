// The puck's side of the open line protocol, version 1: records to lines, host commands to numbers.
// Plain C++11 without anything of Arduino, so that a computer can compile and check it.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace footfall {

const size_t kLineBytes = 128;
const uint8_t kTouched = 1;
const uint8_t kClipped = 2;
const int16_t kNoForce = -1;

// One sample in the wire's own integers: milli-g, tenths of a degree per second, thousandths of full force.
struct Reading {
  uint32_t t_us;
  uint8_t puck;
  uint8_t seq;
  int16_t accel_mg[3];
  bool has_gyro;
  int16_t gyro_ddps[3];
  int16_t force;
  uint8_t flags;
};

// CRC-8, polynomial 0x07, initial 0, no reflection, no final xor.
inline uint8_t crc8(const char *bytes, size_t length) {
  uint8_t crc = 0;
  for (size_t i = 0; i < length; ++i) {
    crc ^= static_cast<uint8_t>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) {
      crc = static_cast<uint8_t>(crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1);
    }
  }
  return crc;
}

// Appends "*CC\n" to a body in a buffer of kLineBytes; returns the length of the line, 0 if it is too long.
inline size_t finish(char *line, int body_length) {
  if (body_length < 0 || static_cast<size_t>(body_length) + 5 > kLineBytes) {
    return 0;
  }
  size_t length = static_cast<size_t>(body_length);
  unsigned crc = crc8(line, length);
  return length + static_cast<size_t>(snprintf(line + length, kLineBytes - length, "*%02X\n", crc));
}

inline int three(char *text, size_t size, const int16_t values[3]) {
  return snprintf(text, size, "%d,%d,%d", values[0], values[1], values[2]);
}

// The line of a sample in a buffer of kLineBytes; returns its length.
inline size_t sample_line(char *line, const Reading &reading) {
  char accel[24];
  char gyro[24] = ",,";
  char force[8] = "";
  three(accel, sizeof accel, reading.accel_mg);
  if (reading.has_gyro) {
    three(gyro, sizeof gyro, reading.gyro_ddps);
  }
  if (reading.force >= 0) {
    snprintf(force, sizeof force, "%d", reading.force);
  }
  return finish(line, snprintf(line, kLineBytes, "P,%lu,%u,%u,%s,%s,%s,%X",
                               static_cast<unsigned long>(reading.t_us), reading.puck, reading.seq, accel,
                               gyro, force, reading.flags));
}

// The line of a hello; name holds neither comma nor star.
inline size_t hello_line(char *line, const char *name, unsigned rate_hz, unsigned accel_range_g,
                         unsigned gyro_range_dps, const char *capabilities) {
  return finish(line, snprintf(line, kLineBytes, "H,1,%s,%u,%u,%u,%s", name, rate_hz, accel_range_g,
                               gyro_range_dps, capabilities));
}

inline size_t battery_line(char *line, unsigned puck, unsigned percent, bool charging) {
  return finish(line, snprintf(line, kLineBytes, "B,%u,%u,%d", puck, percent, charging ? 1 : 0));
}

inline size_t error_line(char *line, unsigned puck, const char *text) {
  return finish(line, snprintf(line, kLineBytes, "E,%u,%s", puck, text));
}

// What the host can ask. A line that is none of these is kNothing.
enum Ask { kNothing, kHello, kRate, kBuzz };

struct Command {
  Ask ask;
  long first;   // rate in hertz, or the puck that shall buzz
  long second;  // milliseconds
};

inline Command command_of(const char *line) {
  Command command = {kNothing, 0, 0};
  const char *at = nullptr;
  if (strstr(line, "\"hello\"") != nullptr) {
    command.ask = kHello;
  } else if ((at = strstr(line, "\"rate\":")) != nullptr) {
    command.ask = kRate;
    command.first = strtol(at + 7, nullptr, 10);
  } else if ((at = strstr(line, "\"buzz\":[")) != nullptr) {
    char *comma = nullptr;
    command.first = strtol(at + 8, &comma, 10);
    if (*comma == ',') {
      command.ask = kBuzz;
      command.second = strtol(comma + 1, nullptr, 10);
    }
  }
  return command;
}

}  // namespace footfall
