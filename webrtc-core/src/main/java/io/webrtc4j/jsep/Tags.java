package io.webrtc4j.jsep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bundle goes on with the transport that it has. RFC 9143 §7.5.3 has another section
 * stand for the bundle when the one that did is gone. Browsers end the transport with it, and begin
 * a new one for the section that is the first now, also where that is a new section in front of the
 * others; ICE credentials stay.
 *
 * @param agreed the transports so far
 * @param mids the tags that the sections of an offer have, null for rejected ones
 */
record Tags(Transports agreed, List<@Nullable String> mids) {

  /** Whether the bundle whose first section is {@code first} keeps the transport {@code id}. */
  boolean keep(int id, int first) {
    Transport.Agreed last = agreed.find(id).map(Transport::agreed).orElse(null);
    return last == null || (isAt(first, id) && isAt(last.tagged(), id));
  }

  /** Whether the section is there still, and was one of the transport's. */
  private boolean isAt(int index, int id) {
    String mid = index < mids.size() ? mids.get(index) : null;
    return mid != null && agreed.idAt(index, mid).filter(known -> known == id).isPresent();
  }
}
