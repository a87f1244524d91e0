// The little of Arduino that the puck's sketch uses, on a computer: time is moved by hand, Serial is a string.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <string>

const int LOW = 0, HIGH = 1, OUTPUT = 1, INPUT_PULLUP = 2, A0 = 14;

namespace fake {
extern uint32_t now_us;
extern std::string from_host, to_host;
extern int analog, button, motor;
}  // namespace fake

inline uint32_t micros() { return fake::now_us; }
inline unsigned long millis() { return fake::now_us / 1000; }
inline void pinMode(int, int) {}
inline int analogRead(int) { return fake::analog; }
inline int digitalRead(int) { return fake::button; }
inline void digitalWrite(int, int level) { fake::motor = level; }

struct FakeSerial {
  void begin(long) {}
  int available() { return static_cast<int>(fake::from_host.size()); }
  int read() {
    int letter = fake::from_host[0];
    fake::from_host.erase(0, 1);
    return letter;
  }
  size_t write(const uint8_t *bytes, size_t length) {
    fake::to_host.append(reinterpret_cast<const char *>(bytes), length);
    return length;
  }
};
extern FakeSerial Serial;
