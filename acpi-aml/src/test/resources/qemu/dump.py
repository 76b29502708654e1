#!/usr/bin/env python3
"""Makes the AML tables beside it: asks QEMU (Debian's 7.2) for etc/acpi/tables through fw_cfg.

No guest runs: QEMU stands still (-S) and its ports are driven over the qtest socket. Each table with
AML in it, DSDT and SSDTs, becomes MACHINE-SIGNATURE[n].aml. Run it in this folder without arguments.
"""
import os, socket, struct, subprocess, tempfile, threading, time

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
    "pc-2.5": "-machine pc-i440fx-2.5 -m 512M -device isa-applesmc,osk=x",
    "pc-no-bridges": "-machine pc -m 512M -global PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off",
    "q35-no-bridges": "-machine q35,smm=off,hpet=off -m 512M -smp 1,maxcpus=64 "
                      "-global ICH9-LPC.acpi-pci-hotplug-with-bridge-support=off",
    "q35-iommu-erst": "-machine q35 -m 512M -device virtio-iommu-pci -object memory-backend-ram,id=e,size=64K "
                      "-device acpi-erst,memdev=e -device pvpanic-pci -device ipmi-bmc-sim,id=b -device smbus-ipmi,bmc=b",
    "pc-tpm": "-machine pc -m 512M -chardev socket,id=t,path=TPM -tpmdev emulator,id=m,chardev=t -device tpm-tis,tpmdev=m",
    "q35-tpm-crb": "-machine q35 -m 512M -chardev socket,id=t,path=TPM -tpmdev emulator,id=m,chardev=t "
                   "-device tpm-crb,tpmdev=m",
}
AML = ("DSDT", "SSDT", "OEM")


class Tpm(threading.Thread):
    """As much of a TPM 2.0 emulator's control channel as QEMU asks for before the guest starts."""

    SET_DATAFD, GET_CAPABILITY, GET_ESTABLISHED, SET_BUFFERSIZE = 0x10, 1, 4, 0x11
    ARGUMENTS = {2: 4, 5: 1, 6: 1, 0x11: 4}

    def __init__(self, path):
        super().__init__(daemon=True)
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(path)
        self.server.listen()
        self.start()

    def run(self):
        control, _ = self.server.accept()
        while True:
            head, descriptors, _, _ = socket.recv_fds(control, 4, 1)
            if len(head) < 4:
                return
            command = int.from_bytes(head, "big")
            control.recv(self.ARGUMENTS.get(command, 0))
            if command == self.GET_CAPABILITY:
                control.sendall(struct.pack(">Q", 0xFFFF))
            elif command == self.GET_ESTABLISHED:
                control.sendall(bytes(8))
            elif command == self.SET_BUFFERSIZE:
                control.sendall(struct.pack(">IIII", 0, 4096, 1024, 4096))
            else:
                control.sendall(bytes(4))
            if command == self.SET_DATAFD:
                threading.Thread(target=self.answer, args=(socket.socket(fileno=descriptors[0]),), daemon=True).start()

    @staticmethod
    def answer(data):
        """Answers every command with an empty success of a TPM 2.0."""
        while data.recv(4096):
            data.sendall(struct.pack(">HII", 0x8001, 10, 0))


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
        if "TPM" in options:
            Tpm(os.path.join(directory, "tpm"))
            options = options.replace("TPM", os.path.join(directory, "tpm"))
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
