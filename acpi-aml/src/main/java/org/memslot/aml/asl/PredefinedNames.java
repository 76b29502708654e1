package org.memslot.aml.asl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the names that the specification reserves stand for (ACPI 6.5, section 5.6.8). */
final class PredefinedNames {
  private static final String TABLE =
      """
      _ADR address on the parent's bus
      _AEI GPIO pins that signal ACPI events
      _ALC ambient colour
      _ALI ambient light
      _ALN alignment of a resource
      _ALP how often to read ambient light
      _ALR response to ambient light
      _ALT ambient colour temperature
      _ART active cooling relationships
      _ASI address space of a register
      _ASZ access size of a register
      _ATT type-specific attribute of a resource
      _BAS base address of a resource
      _BBN PCI bus number set up by firmware
      _BCL brightness levels
      _BCM sets the brightness
      _BCT remaining battery time for a charge
      _BDN BIOS dock name
      _BIF battery information
      _BIX battery information, extended
      _BLT battery low thresholds
      _BM_ whether a device masters the bus
      _BMA battery measurement averaging interval
      _BMC battery maintenance control
      _BMD battery maintenance data
      _BMS battery measurement sampling time
      _BPC battery power characteristics
      _BPS battery power source
      _BPT battery power threshold
      _BQC current brightness
      _BST battery status
      _BTH battery throttle limit
      _BTM remaining battery time
      _BTP battery trip point
      _CBA PCI configuration base address
      _CBR CXL host bridge register block
      _CCA cache coherency of DMA
      _CDM clock domain
      _CID compatible ids
      _CLS class code
      _CPC continuous performance control
      _CR3 warm temperature
      _CRS current resources
      _CRT critical temperature
      _CSD C-state dependencies
      _CST C-states
      _CWS clears the wake status
      _DBT debounce timeout
      _DCK docks or undocks
      _DCS status of a display output
      _DDC EDID of a display
      _DDN DOS name
      _DEC how addresses are decoded
      _DEP devices to start first
      _DGS wanted state of a display output
      _DIS disables the device
      _DLM locks around device accesses
      _DMA DMA windows
      _DOD display outputs
      _DOS who switches displays
      _DPL level of the select line
      _DRS drive strength
      _DSC deepest power state for configuration
      _DSD device properties
      _DSM device-specific method
      _DSS sets the state of a display output
      _DSW device sleep wake
      _DTI temperature of the device changed
      _EC_ embedded controller's offset and query
      _EDL devices to eject together
      _EJD device whose ejection ejects this one
      _END endianness
      _EVT handles a GPIO event
      _FDE floppy disks present
      _FDI floppy disk information
      _FDM sets the floppy mode
      _FIF fan information
      _FIT firmware interface table
      _FIX fixed registers in this device
      _FLC flow control
      _FPS fan performance states
      _FSL sets the fan level
      _FST fan status
      _GAI power averaging interval
      _GCP wake capabilities of the time device
      _GHL power limit enforced by hardware
      _GL_ global lock
      _GLK global lock needed
      _GPD POST device
      _GPE general-purpose events
      _GRA granularity of a resource
      _GRT reads the real time
      _GSB first global system interrupt
      _GTF drive commands
      _GTM drive timing
      _GTS going to sleep
      _GWS wake status
      _HE_ interrupt mode
      _HID hardware id
      _HMA heterogeneous memory attributes
      _HOT hot temperature, at which to hibernate
      _HPP hot-plug parameters
      _HPX hot-plug parameters, extended
      _HRV hardware revision
      _IFT IPMI interface type
      _INI initializes the device
      _INT interrupts
      _IOR use of a GPIO pin
      _IRC inrush current
      _LCK locks or unlocks the device
      _LEN length of a resource
      _LID state of the lid
      _LIN serial lines in use
      _LL_ interrupt polarity
      _LPD deepest low-power state, by dependency
      _LPI low-power idle states
      _LSI label storage information
      _LSR reads label storage
      _LSW writes label storage
      _MAF highest address is fixed
      _MAT table entry for the device
      _MAX highest address
      _MBM memory bandwidth
      _MEM caching of memory
      _MIF lowest address is fixed
      _MIN lowest address
      _MLS names in many languages
      _MOD mode of a bus
      _MSG sets the message light
      _MSM sets memory bandwidth monitoring
      _MTL minimum throttle limit
      _MTP type of memory
      _NBS NVDIMM boot status
      _NCH NVDIMM current health
      _NIC NVDIMM health errors to inject
      _NIG NVDIMM injected errors
      _NIH NVDIMM injects health errors
      _NTT temperature change worth a notification
      _OFF switches power off
      _ON_ switches power on
      _OS_ name of the operating system
      _OSC what the operating system can do
      _OSI asks for an interface of the operating system
      _OST status report of the operating system
      _PAI power averaging interval
      _PAR parity
      _PCL devices powered
      _PCT performance control
      _PDC processor driver capabilities
      _PDL deepest throttling
      _PHA clock phase
      _PIC interrupt model in use
      _PIF power source information
      _PIN GPIO pins
      _PLD place on the case
      _PMC power meter capabilities
      _PMD devices measured
      _PMM measured power
      _POL polarity
      _PPC performance states available
      _PPE polling for processor errors
      _PPI pin configuration
      _PR_ processors
      _PRE devices that come first
      _PRL power source redundancy
      _PRR power resource for reset
      _PRS possible resources
      _PRT PCI interrupt routing
      _PRW power resources for wake
      _PSC current power state
      _PSD performance state dependencies
      _PSE power for enumeration
      _PSL passive cooling devices
      _PSR power source in use
      _PSS performance states
      _PSV passive cooling temperature
      _PSW enables wake
      _PTC processor throttling control
      _PTP power trip points
      _PTS prepares to sleep
      _PUR processors to idle
      _PXM proximity domain
      _RBO first bit of a register
      _RBW width of a register
      _RDI requires a dependency
      _REG an address space became available
      _REV revision of AML
      _RMV can be removed
      _RNG range of ISA ports
      _ROM display's ROM
      _RST resets the device
      _RT_ type of a resource
      _RTV relative temperatures
      _RW_ memory is writable
      _RXL receive buffer
      _SB_ system bus
      _SBS smart battery subsystem
      _SCP sets the cooling policy
      _SDD tells about the drive
      _SEG PCI segment
      _SHL sets the power limit
      _SHR interrupt is shared
      _SI_ system indicators
      _SIZ size of a DMA transfer
      _SLI distances between proximity domains
      _SLV who starts a transfer
      _SPD sets the POST device
      _SPE speed
      _SRS sets the resources
      _SRT sets the real time
      _SRV IPMI specification revision
      _SST sets the status light
      _STA status
      _STB stop bits
      _STM sets the drive timing
      _STP policy of the wake timer
      _STR description
      _STV value of the wake timer
      _SUB subsystem id
      _SUN slot number
      _SWS source of the wake
      _T_0 made by the compiler
      _TC1 thermal constant 1
      _TC2 thermal constant 2
      _TDL deepest throttling
      _TFP thermal fast sampling
      _TIP expired timer policy
      _TIV value of the timer
      _TMP temperature
      _TPC throttling states available
      _TPT a trip point changed
      _TRA address translation
      _TRS sparse translation
      _TRT thermal relationships
      _TSD throttling dependencies
      _TSF type-specific flags
      _TSN thermal sensor of the device
      _TSP thermal sampling time
      _TSS throttling states
      _TST minimum temperature step
      _TTP kind of translation
      _TTS transition to a state
      _TXL transmit buffer
      _TYP DMA type
      _TZ_ thermal zones
      _TZD devices of the thermal zone
      _TZM thermal zone of the device
      _TZP polling of the thermal zone
      _UID unique id
      _UPC capabilities of a USB port
      _UPD user is present
      _UPP how often to look for the user
      _VEN vendor's own data
      _VPO options of the POST device
      _WAK system woke
      _WPC wireless power calibration
      _WPP wireless power polling
      """;

  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    TABLE.lines().forEach(line -> WORDS.put(line.substring(0, 4), line.substring(5)));
  }

  private PredefinedNames() {}

  /** Returns what a name stands for, if it is predefined: {@code _CRS: current resources}. */
  static Optional<String> describe(String segment, boolean ofEvents) {
    return Optional.ofNullable(WORDS.get(segment))
        .or(() -> numbered(segment, ofEvents))
        .map(words -> ExpressionPrinter.trimmed(segment) + ": " + words);
  }

  /** Describes the names that have a number in them. */
  private static Optional<String> numbered(String segment, boolean ofEvents) {
    if (segment.charAt(0) != '_') {
      return Optional.empty();
    }
    return event(segment.charAt(1), segment.substring(2), ofEvents)
        .or(() -> digit(segment, 2, segment.substring(0, 2) + "#" + segment.charAt(3)))
        .or(() -> digit(segment, 3, segment.substring(0, 3) + "#"));
  }

  private static Optional<String> event(char kind, String number, boolean ofEvents) {
    if (!isHex(number) || !(ofEvents || kind == 'Q')) {
      return Optional.empty();
    }
    String event = "0x" + number;
    return switch (kind) {
      case 'E' -> Optional.of("edge-triggered event " + event);
      case 'L' -> Optional.of("level-triggered event " + event);
      case 'Q' -> Optional.of("query " + event + " of the embedded controller");
      case 'W' -> Optional.of("wake event " + event);
      default -> Optional.empty();
    };
  }

  private static Optional<String> digit(String segment, int at, String pattern) {
    char digit = segment.charAt(at);
    if (digit < '0' || digit > '9') {
      return Optional.empty();
    }
    return switch (pattern) {
      case "_S#_" -> Optional.of("system state S" + digit);
      case "_S#D" -> Optional.of("highest device state in S" + digit);
      case "_S#W" -> Optional.of("deepest device state that wakes from S" + digit);
      case "_AC#" -> Optional.of("active cooling temperature " + digit);
      case "_AL#" -> Optional.of("active cooling devices " + digit);
      case "_EJ#" -> Optional.of("ejects the device in S" + digit);
      case "_PR#" -> Optional.of("power resources for D" + digit);
      case "_PS#" -> Optional.of("enters D" + digit);
      default -> Optional.empty();
    };
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
