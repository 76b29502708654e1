package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameString;
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

  private record Claim(NameString device, Kind kind, long first, long last) {
    boolean covers(Claim other) {
      return Long.compareUnsigned(last, other.first) >= 0;
    }

    /** Whether one device is the other's child: a bus has what its children have. */
    boolean isRelative(Claim other) {
      int common = Math.min(device.segments().size(), other.device.segments().size());
      return device
          .segments()
          .subList(0, common)
          .equals(other.device.segments().subList(0, common));
    }

    @Override
    public String toString() {
      return (kind == Kind.MEMORY ? "memory" : "ports") + " 0x%x..0x%x".formatted(first, last);
    }
  }

  private final List<Claim> claims = new ArrayList<>();

  /** Takes a device's _CRS; returns what is wrong with it by itself. */
  Optional<String> add(NameString device, DataRefObject value) {
    if (!(value instanceof DataObject.Buffer buffer)) {
      return Optional.of("is not a resource template");
    }
    try {
      ResourceTemplate template = ResourceTemplate.decode(buffer.initializer().toArray());
      template.descriptors().forEach(descriptor -> claim(device, descriptor));
      return Optional.empty();
    } catch (ResourceFormatException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void claim(NameString device, ResourceDescriptor descriptor) {
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

  private void claim(NameString device, WindowKind kind, AddressWindow window) {
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

  private void claim(NameString device, Kind kind, long first, long length) {
    if (length != 0) {
      claims.add(new Claim(device, kind, first, first + length - 1));
    }
  }

  /**
   * Returns the overlaps between devices of which none is the other's child. Each claim is compared
   * with the one before it that reaches furthest, so there are fewer findings than claims.
   */
  List<LintFinding> overlaps() {
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(
        Comparator.comparing(Claim::kind).thenComparing(Claim::first, Long::compareUnsigned));
    List<LintFinding> findings = new ArrayList<>();
    Optional<Claim> furthest = Optional.empty();
    for (Claim claim : sorted) {
      Optional<Claim> before = furthest.filter(earlier -> earlier.kind() == claim.kind());
      before
          .filter(earlier -> earlier.covers(claim) && !earlier.isRelative(claim))
          .ifPresent(
              earlier ->
                  findings.add(
                      new LintFinding(
                          LintFinding.Rule.RESOURCE_OVERLAP,
                          claim.device() + "._CRS",
                          claim + " overlaps " + earlier + " of " + earlier.device())));
      if (before.isEmpty() || Long.compareUnsigned(claim.last(), before.get().last()) > 0) {
        furthest = Optional.of(claim);
      }
    }
    return findings;
  }
}
