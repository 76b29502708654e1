package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.lint.DeviceStatus.Presence;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.AddressWindow;
import org.memslot.aml.resource.ExtendedAddressSpace;
import org.memslot.aml.resource.FixedIoPorts;
import org.memslot.aml.resource.IoPorts;
import org.memslot.aml.resource.Memory32Fixed;
import org.memslot.aml.resource.ResourceDescriptor;
import org.memslot.aml.resource.ResourceFormatException;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.ResourceUsage;
import org.memslot.aml.resource.WindowKind;

/** The memory and ports that devices say they use, in _CRS that are constants. */
final class ResourceClaims {
  private enum Kind {
    MEMORY,
    PORTS
  }

  private record Claim(PlacedName resources, Presence presence, Kind kind, long first, long last) {
    NameString device() {
      return resources.parent();
    }

    boolean covers(Claim other) {
      return kind == other.kind && Long.compareUnsigned(last, other.first) >= 0;
    }

    /** Whether one device is the other's child: a bus has what its children have. */
    boolean isRelative(Claim other) {
      List<NameSeg> own = device().segments();
      List<NameSeg> others = other.device().segments();
      int common = Math.min(own.size(), others.size());
      return own.subList(0, common).equals(others.subList(0, common));
    }

    @Override
    public String toString() {
      return (kind == Kind.MEMORY ? "memory" : "ports") + " 0x%x..0x%x".formatted(first, last);
    }
  }

  /** A device's _CRS and whether the device is there. */
  private record Device(PlacedName resources, Presence presence) {}

  /**
   * Two devices that claim the same.
   *
   * @param rule which rule that breaks
   * @param resources the _CRS of one
   * @param other the _CRS of the other
   * @param message what both claim
   */
  record Overlap(LintRule rule, PlacedName resources, PlacedName other, String message) {}

  private final List<Claim> claims = new ArrayList<>();

  /**
   * Takes a device's _CRS; returns what is wrong with it by itself.
   *
   * @param value its value
   * @param presence whether the device is there
   */
  Optional<String> add(PlacedName resources, DataRefObject value, Presence presence) {
    if (!(value instanceof DataObject.Buffer buffer)) {
      return Optional.of("is not a resource template");
    }
    try {
      ResourceTemplate template = ResourceTemplate.decode(buffer.initializer().toArray());
      if (presence != Presence.ABSENT) {
        Device device = new Device(resources, presence);
        template.descriptors().forEach(descriptor -> claim(device, descriptor));
      }
      return Optional.empty();
    } catch (ResourceFormatException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void claim(Device device, ResourceDescriptor descriptor) {
    if (descriptor instanceof IoPorts ports && ports.minimum() == ports.maximum()) {
      claim(device, Kind.PORTS, ports.minimum(), ports.length());
    } else if (descriptor instanceof FixedIoPorts ports) {
      claim(device, Kind.PORTS, ports.base(), ports.length());
    } else if (descriptor instanceof Memory32Fixed memory) {
      claim(device, Kind.MEMORY, memory.base(), memory.length());
    } else if (descriptor instanceof AddressSpace space) {
      claim(device, space.kind(), space.window());
    } else if (descriptor instanceof ExtendedAddressSpace space) {
      claim(device, space.kind(), space.window());
    }
  }

  private void claim(Device device, WindowKind kind, AddressWindow window) {
    if (window.usage() == ResourceUsage.CONSUMER
        && window.minimumFixed()
        && window.maximumFixed()) {
      switch (kind) {
        case WindowKind.Memory memory ->
            claim(device, Kind.MEMORY, window.minimum(), window.length());
        case WindowKind.Io io -> claim(device, Kind.PORTS, window.minimum(), window.length());
        case WindowKind.BusNumber bus -> {
          // neither memory nor ports
        }
        case WindowKind.CommunicationChannel channel -> {
          // neither memory nor ports
        }
        case WindowKind.Vendor vendor -> {
          // neither memory nor ports
        }
      }
    }
  }

  /** A claim from address 0 is a placeholder that firmware fills when it runs. */
  private void claim(Device device, Kind kind, long first, long length) {
    if (first != 0 && length != 0) {
      claims.add(new Claim(device.resources(), device.presence(), kind, first, first + length - 1));
    }
  }

  /**
   * Reports each pair of devices of which none is the other's child once. Each claim is compared
   * with the one before it that reaches furthest, so there are fewer findings than claims.
   */
  void overlaps(Consumer<Overlap> found) {
    claims.sort(
        Comparator.comparing(Claim::kind).thenComparing(Claim::first, Long::compareUnsigned));
    Set<List<NameString>> reported = new HashSet<>();
    Optional<Claim> furthest = Optional.empty();
    for (Claim claim : claims) {
      Optional<Claim> before = furthest.filter(earlier -> earlier.kind() == claim.kind());
      before
          .filter(earlier -> earlier.covers(claim) && !earlier.isRelative(claim))
          .filter(earlier -> reported.add(List.of(earlier.device(), claim.device())))
          .ifPresent(earlier -> found.accept(overlap(earlier, claim)));
      if (before.isEmpty() || Long.compareUnsigned(claim.last(), before.get().last()) > 0) {
        furthest = Optional.of(claim);
      }
    }
  }

  private static Overlap overlap(Claim earlier, Claim claim) {
    boolean together =
        earlier.presence() == Presence.PRESENT && claim.presence() == Presence.PRESENT;
    String message =
        together
            ? claim + " overlaps " + earlier + " of " + earlier.device()
            : earlier.device()
                + " claims "
                + shared(earlier, claim)
                + ", too; their _STA decides which is present";
    return new Overlap(
        together ? LintRule.RESOURCE_OVERLAP : LintRule.ALTERNATIVE_DEVICES,
        claim.resources(),
        earlier.resources(),
        message);
  }

  private static String shared(Claim earlier, Claim claim) {
    boolean within = Long.compareUnsigned(claim.last(), earlier.last()) <= 0;
    return new Claim(
            claim.resources(),
            claim.presence(),
            claim.kind(),
            claim.first(),
            within ? claim.last() : earlier.last())
        .toString();
  }
}
