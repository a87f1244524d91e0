"""USB ids of the boards and bridges that home-made pucks are built on.

None of them says "puck": a port is believed only after a valid line of the protocol. Sources: the `vid` and
`pid` lines of `boards.txt` in Arduino's own cores (ArduinoCore-avr, -mbed, -samd, -megaavr, -renesas),
Raspberry Pi's public list (raspberrypi/usb-pid) with arduino-pico's `boards.txt`, Espressif's
(espressif/usb-pids), and the bridges' data sheets. A board has one id in its boot loader and others with a
sketch: all are listed, so that it is found in either.
"""

_ARDUINO, _ARDUINO_SRL, _PI, _ESPRESSIF, _WCH, _SILABS, _FTDI = (
    0x2341, 0x2A03, 0x2E8A, 0x303A, 0x1A86, 0x10C4, 0x0403,
)  # fmt: skip

_BY_NAME: dict[str, tuple[tuple[int, tuple[int, ...]], ...]] = {
    "BBC micro:bit": ((0x0D28, (0x0204,)),),
    "Arduino Uno": ((_ARDUINO, (0x0043, 0x0001, 0x0243, 0x006A)), (_ARDUINO_SRL, (0x0043,))),
    "Arduino Uno R4 Minima": ((_ARDUINO, (0x0069, 0x0369)),),
    "Arduino Uno R4 WiFi": ((_ARDUINO, (0x1002, 0x006D)),),
    "Arduino Mega": ((_ARDUINO, (0x0010, 0x0042, 0x0210, 0x0242)), (_ARDUINO_SRL, (0x0010, 0x0042))),
    "Arduino Leonardo": ((_ARDUINO, (0x0036, 0x8036)), (_ARDUINO_SRL, (0x0036, 0x8036))),
    "Arduino Micro": ((_ARDUINO, (0x0037, 0x8037, 0x0237, 0x8237)), (_ARDUINO_SRL, (0x0037, 0x8037))),
    "Arduino Nano Every": ((_ARDUINO, (0x0058,)),),
    "Arduino Nano 33 IoT": ((_ARDUINO, (0x0057, 0x8057)),),
    "Arduino Nano 33 BLE": ((_ARDUINO, (0x005A, 0x805A, 0x015A, 0x025A)),),
    "Arduino Nano RP2040 Connect": ((_ARDUINO, (0x005E, 0x805E, 0x015E, 0x025E)),),
    "Arduino Nano ESP32": ((_ARDUINO, (0x0070,)),),
    "Arduino Nano R4": ((_ARDUINO, (0x0074, 0x0374)),),
    "Raspberry Pi Pico": ((_PI, (0x000A, 0x010A, 0x0005, 0x00C0)),),
    "Raspberry Pi Pico W": ((_PI, (0xF00A,)),),
    "Raspberry Pi Pico 2": ((_PI, (0x000F, 0x0009)),),
    "ESP32": ((_ESPRESSIF, (0x1001, 0x0002, 0x4001)),),
    "CH340 bridge": ((_WCH, (0x7523, 0x7522, 0x5523)),),
    "CH9102 bridge": ((_WCH, (0x55D4, 0x55D3)),),
    "CP210x bridge": ((_SILABS, (0xEA60, 0xEA70)),),
    "FTDI bridge": ((_FTDI, (0x6001, 0x6015, 0x6010, 0x6014)),),
}

PUCK_BOARDS: dict[tuple[int, int], str] = {
    (vendor, product): name
    for name, makers in _BY_NAME.items()
    for vendor, products in makers
    for product in products
}
"""The name of a board by its vendor and product id."""
