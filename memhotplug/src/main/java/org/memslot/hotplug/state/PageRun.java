package org.memslot.hotplug.state;

/**
 * Pages of a slot's memory that a state file holds.
 *
 * @param slot the slot's number
 * @param offset bytes into the slot's memory, a multiple of {@link StateFormat#PAGE}
 * @param length bytes, a multiple of that too, 1 page or more
 * @param checksum CRC-32C of the bytes
 * @param position bytes into the file, a multiple of that too
 */
record PageRun(int slot, long offset, int length, int checksum, long position) {
  long end() {
    return offset + length;
  }
}
