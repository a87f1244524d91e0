// Runs the sketch for a second and a half on one kind of sensor (mpu, lsm, none) and prints what it says.
// mpu-brownout and lsm-brownout lose their power for a moment; unknown answers and is no sensor we know.
#include <stdio.h>
#include <string.h>

#include "Arduino.h"
#include "Wire.h"
#include "footfall_puck.ino"

namespace fake {
uint32_t now_us = 4294000000u;  // about a second before the clock wraps
std::string from_host, to_host;
int analog = 512, button = HIGH, motor = LOW;
int sensor_address = -1;
std::map<int, uint8_t> registers;
bool asleep = false;
}  // namespace fake
FakeSerial Serial;
FakeWire Wire;

static void set_words(int reg, const int16_t *words, int count, bool big_endian) {
  for (int i = 0; i < count; ++i) {
    fake::registers[reg + 2 * i + (big_endian ? 0 : 1)] = static_cast<uint8_t>(words[i] >> 8);
    fake::registers[reg + 2 * i + (big_endian ? 1 : 0)] = static_cast<uint8_t>(words[i] & 0xFF);
  }
}

static void plug_in(const char *sensor) {
  if (strcmp(sensor, "unknown") == 0) {
    fake::sensor_address = 0x6B;
    fake::registers[0x75] = fake::registers[0x0F] = 0x11;
  } else if (strncmp(sensor, "mpu", 3) == 0) {
    const int16_t words[] = {-2048, 4096, 0, 999, 164, -1640, 0};
    fake::sensor_address = 0x68;
    fake::registers[0x75] = 0x68;
    set_words(0x3B, words, 7, true);
  } else if (strncmp(sensor, "lsm", 3) == 0) {
    const int16_t words[] = {1000, -100, 0, -2049, 4098, 32767};
    fake::sensor_address = 0x6A;
    fake::registers[0x0F] = 0x6C;
    set_words(0x22, words, 6, false);
  }
}

// What a sensor holds after its power came back: its name, and zeros for all that it measures.
static void lose_power() {
  uint8_t mpu = fake::registers[0x75], lsm = fake::registers[0x0F];
  fake::registers.clear();
  fake::registers[0x75] = mpu;
  fake::registers[0x0F] = lsm;
  fake::asleep = true;
}

int main(int, char **arguments) {
  plug_in(arguments[1]);
  bool browns_out = strstr(arguments[1], "brownout") != nullptr;
  setup();
  int buzzed_us = 0;
  for (int step = 0; step < 15000; ++step) {
    fake::now_us += 100;
    if (step == 5000) fake::from_host = "{\"light\":[0,\"#00FF00\"]}\n{\"rate\":50}\r\n{\"buzz\":[0,200]}\n";
    if (step == 9000) fake::button = LOW;
    if (browns_out && step == 7000) lose_power();
    if (fake::asleep && (fake::registers[0x1C] == 0x10 || fake::registers[0x10] == 0x5C)) {
      fake::asleep = false;  // set up again: it measures
      plug_in(arguments[1]);
    }
    loop();
    buzzed_us += fake::motor == HIGH ? 100 : 0;
  }
  fputs(fake::to_host.c_str(), stdout);
  fprintf(stderr, "%d %d %d %d\n", buzzed_us, fake::registers[0x1C], fake::registers[0x10], fake::registers[0x11]);
  return 0;
}
