/*
 * The least that a program must do for an exit of a guest on KVM: KVM_RUN in a loop, and an answer. The guest is
 * KvmExits.java's: a loop in real mode of one access. kvm-exits EXITS ROUNDS
 */
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>

#define CODE 0x1000
#define RAM_SIZE 0x80000

static const struct {
  const char *name;
  const char *loop; /* ends with dec ecx; jnz; hlt */
  size_t size;
} accesses[] = {
  {"OUT", "\xee\x66\x49\x75\xfb\xf4", 6},                   /* out dx,al */
  {"IN", "\xec\x66\x49\x75\xfb\xf4", 6},                    /* in al,dx */
  {"STORE", "\x66\xa3\x08\x00\x66\x49\x75\xf8\xf4", 9},     /* mov [8],eax */
  {"LOAD", "\x66\xa1\x08\x00\x66\x49\x75\xf8\xf4", 9},      /* mov eax,[8] */
};

static volatile uint64_t count;

static int failed(const char *what) {
  perror(what);
  exit(1);
}

static int call(int fd, unsigned long request, unsigned long argument) {
  int result = ioctl(fd, request, argument);
  return result < 0 ? failed("ioctl") : result;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static void run(int vcpu, struct kvm_run *run) {
  for (;;) {
    call(vcpu, KVM_RUN, 0);
    uint64_t n = count;
    switch (run->exit_reason) {
    case KVM_EXIT_IO:
      if (run->io.direction == KVM_EXIT_IO_IN) {
        memcpy((char *) run + run->io.data_offset, &n, run->io.size);
      }
      count = n + 1;
      break;
    case KVM_EXIT_MMIO:
      if (!run->mmio.is_write) {
        memcpy(run->mmio.data, &n, run->mmio.len);
      }
      count = n + 1;
      break;
    case KVM_EXIT_HLT:
      return;
    default:
      fprintf(stderr, "exit reason %u\n", run->exit_reason);
      exit(1);
    }
  }
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *) a, y = *(const uint64_t *) b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "kvm-exits EXITS ROUNDS\n");
    return 2;
  }
  uint32_t exits = strtoul(argv[1], 0, 0);
  int rounds = atoi(argv[2]);
  int kvm = open("/dev/kvm", O_RDWR);
  if (kvm < 0) {
    failed("/dev/kvm");
  }
  int vm = call(kvm, KVM_CREATE_VM, 0);
  unsigned char *ram = mmap(0, RAM_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  struct kvm_userspace_memory_region region = {.memory_size = RAM_SIZE, .userspace_addr = (uintptr_t) ram};
  call(vm, KVM_SET_USER_MEMORY_REGION, (uintptr_t) &region);
  int vcpu = call(vm, KVM_CREATE_VCPU, 0);
  struct kvm_run *state =
      mmap(0, call(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
  struct kvm_sregs sregs;
  call(vcpu, KVM_GET_SREGS, (uintptr_t) &sregs);
  sregs.cs.base = 0;
  sregs.cs.selector = 0;
  call(vcpu, KVM_SET_SREGS, (uintptr_t) &sregs);
  uint64_t *nanos = calloc(rounds, sizeof *nanos);

  for (size_t a = 0; a < sizeof accesses / sizeof *accesses; a++) {
    for (int i = 0; i < rounds; i++) {
      /* mov bx,0xc000; mov ds,bx; mov dx,0x100; mov ecx,exits */
      memcpy(ram + CODE, "\xbb\x00\xc0\x8e\xdb\xba\x00\x01\x66\xb9", 10);
      memcpy(ram + CODE + 10, &exits, 4);
      memcpy(ram + CODE + 14, accesses[a].loop, accesses[a].size);
      struct kvm_regs regs = {.rip = CODE, .rflags = 2};
      call(vcpu, KVM_SET_REGS, (uintptr_t) &regs);
      uint64_t before = count, begin = now();
      run(vcpu, state);
      nanos[i] = now() - begin;
      if (count - before != exits) {
        fprintf(stderr, "%s: %llu accesses\n", accesses[a].name, (unsigned long long) (count - before));
        return 1;
      }
    }
    qsort(nanos, rounds, sizeof *nanos, by_value);
    printf("c    %-5s %8.3f us least, %8.3f us median\n", accesses[a].name, nanos[0] / 1e3 / exits,
           nanos[rounds / 2] / 1e3 / exits);
  }
  return 0;
}
