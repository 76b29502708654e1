package org.memslot.bios;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what guests do in vain; guarded by the lock of its {@link FwCfg}. */
final class FwCfgTally {
  private static final Logger LOG = LoggerFactory.getLogger(FwCfg.class);

  private long unknownKeys;
  private long bytesPastEnd;
  private long refusedWrites;
  private long dmaErrors;

  void countUnknownKey() {
    unknownKeys++;
  }

  void countPastEnd(long bytes) {
    bytesPastEnd += bytes;
  }

  void countRefusedWrite() {
    refusedWrites++;
  }

  void countDmaError(long descriptor) {
    dmaErrors++;
    LOG.debug("fw_cfg DMA failed, descriptor at 0x{}", Long.toHexString(descriptor));
  }

  FwCfgCounters counters() {
    return new FwCfgCounters(unknownKeys, bytesPastEnd, refusedWrites, dmaErrors);
  }
}
