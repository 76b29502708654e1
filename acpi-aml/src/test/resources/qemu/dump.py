#!/usr/bin/env python3
"""Makes the AML tables beside it: asks QEMU (Debian's 7.2) for etc/acpi/tables through fw_cfg.

No guest runs: QEMU stands still (-S) and its ports are driven over the qtest socket. Each table with
AML in it, DSDT and SSDTs, becomes MACHINE-SIGNATURE[n].aml. Run it in this folder without arguments.
"""
import os, socket, struct, subprocess, sys, tempfile, time

MACHINES = {
    "pc": "-machine pc -m 512M",
    "pc-slots": "-machine pc -m 512M,slots=4,maxmem=4G -smp 2,maxcpus=4",
    "pc-256-slots": "-machine pc -m 512M,slots=256,maxmem=300G",
    "pc-devices": "-machine pc,usb=on -m 512M -device vmgenid -device pvpanic "
                  "-device ipmi-bmc-sim,id=b -device isa-ipmi-kcs,bmc=b -device pci-bridge,chassis_nr=1,id=br -device e1000,bus=br "
                  "-device VGA -device isa-parallel,chardev=n -chardev null,id=n",
    "q35": "-machine q35 -m 512M",
    "q35-slots-numa": "-machine q35 -m 1G,slots=8,maxmem=8G -smp 4 -object memory-backend-ram,id=a,size=512M "
                      "-object memory-backend-ram,id=b,size=512M -numa node,memdev=a,cpus=0-1 -numa node,memdev=b,cpus=2-3",
    "q35-nvdimm": "-machine q35,nvdimm=on -m 512M,slots=4,maxmem=4G -object memory-backend-ram,id=n,size=128M "
                  "-device nvdimm,memdev=n,label-size=2M",
    "q35-bridges": "-machine q35 -m 512M -device pxb-pcie,id=p,bus_nr=64 -device pcie-root-port,id=rp,bus=p,chassis=1 "
                   "-device pcie-root-port,id=r2,chassis=2 -device e1000e,bus=r2 -device intel-iommu",
    "q35-cxl": "-machine q35,cxl=on -m 512M,slots=4,maxmem=4G -device pxb-cxl,bus_nr=12,bus=pcie.0,id=cxl.1",
    "microvm": "-machine microvm,acpi=on,pcie=on,usb=on -m 512M",
    "microvm-bare": "-machine microvm,acpi=on,rtc=off -m 512M",
}
AML = ("DSDT", "SSDT", "OEM")


class Qtest:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        for _ in range(100):
            try:
                self.socket.connect(path)
                break
            except OSError:
                time.sleep(0.1)
        self.file = self.socket.makefile("rw")

    def ask(self, line):
        self.file.write(line + "\n")
        self.file.flush()
        while True:
            answer = self.file.readline().split()
            if answer and answer[0] == "OK":
                return answer[1:]
            if not answer or answer[0] == "FAIL":
                raise SystemExit(f"qtest: {line}: {answer}")

    def fw_cfg(self, key, length):
        """Reads a fw_cfg file by DMA into guest memory at 1 MiB."""
        at, to = 0x1000, 0x100000
        request = struct.pack(">IIQ", key << 16 | 0x08 | 0x02, length, to)
        self.ask(f"write {at:#x} {len(request)} 0x{request.hex()}")
        self.ask(f"outl 0x514 0x0")
        self.ask(f"outl 0x518 {int.from_bytes(at.to_bytes(4, 'little'), 'big'):#x}")
        return bytes.fromhex(self.ask(f"read {to:#x} {length}")[0][2:])


def tables(options):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "qtest")
        qemu = subprocess.Popen(
            ["qemu-system-x86_64", *options.split(), "-nodefaults", "-display", "none", "-accel", "tcg", "-S",
             "-qtest", f"unix:{path},server=on,wait=off", "-qtest-log", "/dev/null"])
        try:
            qtest = Qtest(path)
            count = struct.unpack(">I", qtest.fw_cfg(0x19, 4))[0]
            listing = qtest.fw_cfg(0x19, 4 + 64 * count)[4:]
            for i in range(count):
                size, key, _, name = struct.unpack(">IHH56s", listing[64 * i:64 * i + 64])
                if name.rstrip(b"\0") == b"etc/acpi/tables":
                    return qtest.fw_cfg(key, size)
        finally:
            qemu.kill()
            qemu.wait()


def main():
    for machine, options in MACHINES.items():
        blob = tables(options)
        offset, seen = 0, {}
        while offset + 36 <= len(blob):
            signature, length = blob[offset:offset + 4], int.from_bytes(blob[offset + 4:offset + 8], "little")
            if not signature.isalnum() or length < 36:
                offset += 1
                continue
            name = signature.decode()
            if name in AML:
                table = bytearray(blob[offset:offset + length])
                table[9] = 0
                table[9] = -sum(table) & 0xFF
                number = seen.get(name, 0)
                seen[name] = number + 1
                with open(f"{machine}-{name}{number or ''}.aml", "wb") as file:
                    file.write(table)
            offset += length
        print(machine, seen)


main()
