// A home-made Footfall puck: an Arduino-class board, an inertial sensor on I2C, a force sensor on A0.
// It speaks the open line protocol, version 1, over USB serial. MIT licence.

#include <Arduino.h>
#include <Wire.h>

#include "imu.h"
#include "line_protocol.h"

const uint8_t PUCK = 0;            // 0 blue, 1 yellow
const unsigned RATE_HZ = 100;      // 50 where two pucks share one 115200 baud line
const bool HAS_FORCE = true;       // force sensor between supply and A0, 10 kilo-ohm from A0 to ground
const long FORCE_FULL_SCALE = 1023;  // analogRead of the hardest press: 10 bits
const uint8_t BUTTON_PIN = 2;      // a button to ground: "yes"
const uint8_t MOTOR_PIN = 5;       // a vibration motor through a transistor
const unsigned long LONGEST_BUZZ_MS = 2000;
const long SLOWEST_HZ = 10;
const long FASTEST_HZ = 150;       // 115200 baud carry 177 of the longest lines
const unsigned FAILURES = 5;       // so many in a row, and the sensor is set up anew
const unsigned long BUS_TIMEOUT_US = 3000;

static footfall::Imu imu;
static bool imu_found = false;
static uint8_t seq = 0;
static unsigned rate_hz = RATE_HZ;
static uint32_t due_us = 0;
static unsigned long buzz_until_ms = 0;
static bool buzzing = false;
static unsigned failures = 0;
static char command[footfall::kLineBytes];
static size_t command_length = 0;
static char line[footfall::kLineBytes];

static void say(size_t length) { Serial.write(reinterpret_cast<const uint8_t *>(line), length); }

static void say_hello() {
  say(footfall::hello_line(line, "footfall-puck", rate_hz, 8, 2000, HAS_FORCE ? "AGFTV" : "AGTV"));
}

static void buzz(long milliseconds) {
  if (milliseconds <= 0) {
    return;
  }
  unsigned long wanted = static_cast<unsigned long>(milliseconds);
  buzz_until_ms = millis() + (wanted < LONGEST_BUZZ_MS ? wanted : LONGEST_BUZZ_MS);
  buzzing = true;
  digitalWrite(MOTOR_PIN, HIGH);
}

static void obey(const footfall::Command &asked) {
  if (asked.ask == footfall::kHello) {
    say_hello();
  } else if (asked.ask == footfall::kRate && asked.first >= SLOWEST_HZ) {
    rate_hz = static_cast<unsigned>(asked.first < FASTEST_HZ ? asked.first : FASTEST_HZ);
    say_hello();
  } else if (asked.ask == footfall::kBuzz && asked.first == PUCK) {
    buzz(asked.second);
  }
}

static void listen() {
  while (Serial.available() > 0) {
    char letter = static_cast<char>(Serial.read());
    if (letter == '\n') {
      command[command_length] = '\0';
      obey(footfall::command_of(command));
      command_length = 0;
    } else if (command_length + 1 < sizeof command) {
      command[command_length++] = letter;
    }
  }
}

static void look_for_imu() {
  imu_found = imu.begin();
  if (!imu_found) {
    say(footfall::error_line(line, PUCK, "imu not found"));
  }
}

static void measure() {
  footfall::Reading reading = {};
  bool clipped = false;
  reading.t_us = micros();
  reading.seq = seq++;
  if (!imu.read(reading.accel_mg, reading.gyro_ddps, &clipped)) {
    ++failures;
    if (failures == FAILURES && imu_found) {
      say(footfall::error_line(line, PUCK, "imu lost, starting it again"));
    }
    if (failures % (imu_found ? FAILURES : rate_hz) == 0) {
      look_for_imu();
    }
    return;
  }
  failures = 0;
  reading.puck = PUCK;
  reading.has_gyro = true;
  reading.force = footfall::kNoForce;
  if (HAS_FORCE) {
    long force = analogRead(A0) * 1000L / FORCE_FULL_SCALE;
    reading.force = static_cast<int16_t>(force < 1000 ? force : 1000);
  }
  if (digitalRead(BUTTON_PIN) == LOW) {
    reading.flags |= footfall::kTouched;
  }
  if (clipped) {
    reading.flags |= footfall::kClipped;
  }
  say(footfall::sample_line(line, reading));
}

void setup() {
  Serial.begin(115200);
  pinMode(BUTTON_PIN, INPUT_PULLUP);
  pinMode(MOTOR_PIN, OUTPUT);
  Wire.begin();
  Wire.setClock(400000);
#ifdef WIRE_HAS_TIMEOUT
  Wire.setWireTimeout(BUS_TIMEOUT_US, true);
#endif
  say_hello();
  look_for_imu();
  due_us = micros();
}

void loop() {
  listen();
  if (buzzing && static_cast<long>(millis() - buzz_until_ms) >= 0) {
    buzzing = false;
    digitalWrite(MOTOR_PIN, LOW);
  }
  uint32_t now_us = micros();
  if (static_cast<int32_t>(now_us - due_us) < 0) {
    return;
  }
  uint32_t period_us = 1000000UL / rate_hz;
  due_us += period_us;
  if (static_cast<int32_t>(now_us - due_us) > 0) {
    // What there was no time for was missed, and the numbers say so.
    seq = static_cast<uint8_t>(seq + (now_us - due_us) / period_us + 1);
    due_us = now_us + period_us;
  }
  measure();
}
