// Reads samples as numbers, one a line, and prints the lines of the protocol; then hello, battery, error.
#include "line_protocol.h"

int main() {
  char line[footfall::kLineBytes];
  unsigned long t_us = 0;
  int puck, seq, flags, has_gyro, force, a[3], g[3];
  while (scanf("%lu %d %d %d %d %d %d %d %d %d %d %x", &t_us, &puck, &seq, &a[0], &a[1], &a[2], &has_gyro, &g[0],
               &g[1], &g[2], &force, &flags) == 12) {
    footfall::Reading reading = {};
    reading.t_us = static_cast<uint32_t>(t_us);
    reading.puck = static_cast<uint8_t>(puck);
    reading.seq = static_cast<uint8_t>(seq);
    reading.has_gyro = has_gyro != 0;
    reading.force = static_cast<int16_t>(force);
    reading.flags = static_cast<uint8_t>(flags);
    for (int i = 0; i < 3; ++i) {
      reading.accel_mg[i] = static_cast<int16_t>(a[i]);
      reading.gyro_ddps[i] = static_cast<int16_t>(g[i]);
    }
    fwrite(line, 1, footfall::sample_line(line, reading), stdout);
  }
  fwrite(line, 1, footfall::hello_line(line, "footfall-puck", 100, 8, 2000, "AGFTVB"), stdout);
  fwrite(line, 1, footfall::battery_line(line, 0, 87, false), stdout);
  fwrite(line, 1, footfall::error_line(line, 1, "imu not found"), stdout);
  printf("%02X\n", footfall::crc8("123456789", 9));
  char much[200];
  memset(much, 'x', sizeof much - 1);
  much[sizeof much - 1] = '\0';
  printf("%u\n", static_cast<unsigned>(footfall::error_line(line, 0, much)));
  return 0;
}
