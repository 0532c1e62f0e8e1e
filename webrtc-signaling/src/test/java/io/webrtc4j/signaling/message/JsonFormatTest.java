package io.webrtc4j.signaling.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.signaling.message.ClientMessage.Join;
import io.webrtc4j.signaling.message.ClientMessage.Leave;
import io.webrtc4j.signaling.message.ClientMessage.Relay;
import io.webrtc4j.signaling.message.ServerMessage.Joined;
import io.webrtc4j.signaling.message.ServerMessage.Left;
import io.webrtc4j.signaling.message.ServerMessage.Member;
import io.webrtc4j.signaling.message.ServerMessage.MemberJoined;
import io.webrtc4j.signaling.message.ServerMessage.MemberLeft;
import io.webrtc4j.signaling.message.ServerMessage.Refusal;
import io.webrtc4j.signaling.message.ServerMessage.Relayed;
import io.webrtc4j.signaling.message.Signal.IceCandidate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
  private static final int MAX_LENGTH = 4096;
  private final JsonFormat format = new JsonFormat(MAX_LENGTH);

  @Test
  void joinsAreReadWithAndWithoutAName() throws DecodeException {
    assertThat(read("{'type':'join','room':'r','name':'Ada'}")).isEqualTo(new Join("r", "Ada"));
    assertThat(read("{'type':'join','room':'r','name':null}")).isEqualTo(new Join("r", null));
    assertThat(read("{'name':'日本','room':'ü','type':'join'}")).isEqualTo(new Join("ü", "日本"));
  }

  @Test
  void signalsAreReadWithWhomTheyAreFor() throws DecodeException {
    assertThat(read("{'type':'offer','to':'x','sdp':'v=0'}"))
        .isEqualTo(new Relay("x", new Signal.Offer("v=0")));
    assertThat(read("{'type':'answer','to':'x','sdp':'v=0'}"))
        .isEqualTo(new Relay("x", new Signal.Answer("v=0")));
    assertThat(
            read(
                "{'type':'candidate','to':'x','candidate':{'candidate':'c','sdpMid':'0',"
                    + "'sdpMLineIndex':0,'usernameFragment':'u'}}"))
        .isEqualTo(new Relay("x", new Signal.Candidate(new IceCandidate("c", "0", 0, "u"))));
  }

  @Test
  void nullAndTheEmptyStringAreTheEndOfCandidates() throws DecodeException {
    Relay end = new Relay("x", new Signal.Candidate(null));
    assertThat(read("{'type':'candidate','to':'x','candidate':null}")).isEqualTo(end);
    assertThat(read("{'type':'candidate','to':'x','candidate':''}")).isEqualTo(end);
  }

  @Test
  void theEmptyCandidateOfFirefoxIsKeptAsItIs() throws DecodeException {
    assertThat(read("{'type':'candidate','to':'x','candidate':{'candidate':'','sdpMid':'0'}}"))
        .isEqualTo(new Relay("x", new Signal.Candidate(new IceCandidate("", "0", null, null))));
  }

  @Test
  void fieldsFromTheFutureAreIgnored() throws DecodeException {
    assertThat(read("{'type':'leave','hurry':{'very':[1,true,null]}}")).isEqualTo(new Leave());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                      | must be a JSON object
          {                                                       | not valid JSON
          nonsense                                                | not valid JSON
          {'type':'leave'} {'type':'leave'}                       | not valid JSON
          {'type':'leave','type':'leave'}                         | not valid JSON
          ['join','r']                                            | must be a JSON object
          'join'                                                  | must be a JSON object
          null                                                    | must be a JSON object
          {}                                                      | "type" is missing
          {'type':7}                                              | "type" must be a string
          {'type':'dance'}                                        | no message of type "dance"
          {'type':'join'}                                         | "room" is missing
          {'type':'join','room':' '}                              | "room" must not be blank
          {'type':'join','room':'a\\u0000b'}                      | control characters
          {'type':'join','room':['r']}                            | "room" must be a string
          {'type':'join','room':'r','name':1}                     | "name" must be a string
          {'type':'offer','sdp':'v=0'}                            | "to" is missing
          {'type':'offer','to':'x'}                               | "sdp" is missing
          {'type':'answer','to':'x','sdp':{}}                     | "sdp" must be a string
          {'type':'candidate','to':'x'}                           | "candidate" must be
          {'type':'candidate','to':'x','candidate':5}             | "candidate" must be
          {'type':'candidate','to':'x','candidate':{}}            | "candidate" is missing
          {'type':'candidate','to':'x','candidate':{'candidate':'c','sdpMLineIndex':65536}} | 65535
          {'type':'candidate','to':'x','candidate':{'candidate':'c','sdpMLineIndex':-1}}    | 65535
          {'type':'candidate','to':'x','candidate':{'candidate':'c','sdpMLineIndex':0.5}}   | 65535
          """)
  void whatIsWrongIsSaid(String text, String complaint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void longLabelsAreRefused() {
    String room = "r".repeat(65);
    assertThatThrownBy(() -> read("{'type':'join','room':'" + room + "'}"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("at most 64 characters");
  }

  @Test
  void deepNestingIsRefusedBeforeItCostsAnything() {
    String deep = "{'type':'leave','x':" + "[".repeat(1000) + "]".repeat(1000) + "}";
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void longNumbersAndFieldNamesAreRefused() {
    assertThatThrownBy(() -> read("{'type':'leave','x':" + "9".repeat(100) + "}"))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> read("{'type':'leave','" + "x".repeat(1000) + "':1}"))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void complaintsStayShortWhateverComes() {
    assertThatThrownBy(() -> read("{'" + "y".repeat(60) + "' " + "z".repeat(3000)))
        .isInstanceOf(DecodeException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
  }

  @Property
  void anyTextIsReadOrRefusedAndNothingElse(@ForAll String text) {
    try {
      assertThat(format.read(text)).isNotNull();
    } catch (DecodeException e) {
      assertThat(e).hasMessageNotContainingAny("null");
    }
  }

  @Test
  void messagesAreWrittenAsTheReadmeSays() {
    assertThat(write(new Joined("r", "me", List.of(new Member("a", "Ada"), new Member("b", null)))))
        .isEqualTo(
            "{'type':'joined','room':'r','id':'me','members':[{'id':'a','name':'Ada'},"
                + "{'id':'b'}]}");
    assertThat(write(new MemberJoined(new Member("a", "Ada"))))
        .isEqualTo("{'type':'member-joined','id':'a','name':'Ada'}");
    assertThat(write(new MemberLeft("a"))).isEqualTo("{'type':'member-left','id':'a'}");
    assertThat(write(new Left("r"))).isEqualTo("{'type':'left','room':'r'}");
    assertThat(write(new Refusal(ErrorCode.ROOM_FULL, "Full.")))
        .isEqualTo("{'type':'error','code':'room-full','message':'Full.'}");
  }

  @Test
  void signalsAreWrittenWithWhomTheyAreFrom() {
    assertThat(write(new Relayed("a", new Signal.Offer("v=0\r\n"))))
        .isEqualTo("{'type':'offer','from':'a','sdp':'v=0\\r\\n'}");
    assertThat(write(new Relayed("a", new Signal.Answer("v=0"))))
        .isEqualTo("{'type':'answer','from':'a','sdp':'v=0'}");
    assertThat(write(new Relayed("a", new Signal.Candidate(null))))
        .isEqualTo("{'type':'candidate','from':'a','candidate':null}");
    IceCandidate full = new IceCandidate("c", "0", 0, "u");
    assertThat(write(new Relayed("a", new Signal.Candidate(full))))
        .isEqualTo(
            "{'type':'candidate','from':'a','candidate':{'candidate':'c','sdpMid':'0',"
                + "'sdpMLineIndex':0,'usernameFragment':'u'}}");
    IceCandidate bare = new IceCandidate("c", null, null, null);
    assertThat(write(new Relayed("a", new Signal.Candidate(bare))))
        .isEqualTo(
            "{'type':'candidate','from':'a','candidate':{'candidate':'c','sdpMid':null,"
                + "'sdpMLineIndex':null}}");
  }

  private ClientMessage read(String text) throws DecodeException {
    return format.read(text.replace('\'', '"'));
  }

  private String write(ServerMessage message) {
    return format.write(message).replace('"', '\'');
  }
}
