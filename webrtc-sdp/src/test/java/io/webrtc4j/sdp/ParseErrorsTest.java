package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseErrorsTest {
  /** Each is the fifth line of a description. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                               | 2  | an = is expected
          =x                                  | 1  | begins with the letter
          5=x                                 | 1  | begins with the letter
          x                                   | 2  | an = is expected
          v=0                                 | 1  | second line of type v=
          o=- 1 1 IN IP4 a                    | 1  | second line of type o=
          s=again                             | 1  | second line of type s=
          c=IN IP4                            | 9  | address is missing
          c=IN  I(4 192.0.2.1                 | 8  | cannot have
          c=IN IP4 233.252.0.1/256            | 22 | TTL
          c=IN IP4 233.252.0.1/127/0          | 26 | number of addresses
          c=IN IP6 ff00::1/1/1                | 19 | should end here
          c= IN IP4 192.0.2.1                 | 3  | no space may follow
          m= audio 9 RTP/AVP 0                | 3  | no space may follow
          b=AS                                | 5  | colon is expected
          b=AS:many                           | 6  | must be a number, not "many"
          b=:1                                | 3  | bandwidth type is missing
          b=A(S:1                             | 4  | cannot have
          t=0                                 | 4  | stop time is missing
          t=0 0 0                             | 7  | should end here
          t=0x 0                              | 4  | space is expected
          t=0 9223372036854775808             | 5  | must be from 0 to 9223372036854775807
          r=7d 1h                             | 8  | offset is missing
          r=0 1h 0                            | 3  | must not be zero
          r=7x 1h 0                           | 4  | space is expected
          r=7days 1h 0                        | 5  | cannot have
          z=1 --1                             | 6  | must be a number
          m=audio                             | 8  | port is missing
          m=audio 70000 RTP/AVP 0             | 9  | must be from 0 to 65535, not "70000"
          m=audio -1 RTP/AVP 0                | 9  | must be a number, not "-1"
          m=audio 9/0 RTP/AVP 0               | 11 | port count
          m=audio 9 RTP/AVP                   | 18 | format is missing
          m=au/dio 9 RTP/AVP 0                | 5  | cannot have
          a=                                  | 3  | no name
          a=mid                               | 6  | value are missing
          a=mid:                              | 7  | identification tag is missing
          a=mid:a b                           | 9  | should end here
          a=mid:a/b                           | 8  | cannot have
          a=group:BUNDLE a/b                  | 17 | cannot have
          a=ice-ufrag:abc                     | 13 | 4 to 256 characters, not 3
          a=ice-ufrag:ab c                    | 13 | 4 to 256 characters, not 2
          a=ice-pwd:tooshort                  | 11 | 22 to 256 characters, not 8
          a=ice-options                       | 14 | value are missing
          a=fingerprint:sha-256               | 22 | fingerprint is missing
          a=fingerprint:sha-256 00:11         | 23 | does not have 2 bytes
          a=fingerprint:sha-256 0:11          | 23 | pairs of hexadecimal digits
          a=fingerprint:x zz                  | 17 | pairs of hexadecimal digits
          a=setup:both                        | 9  | active, passive, actpass
          a=sctp-port:65536                   | 13 | from 0 to 65535
          a=extmap:0 urn:x                    | 10 | from 1 to 4351
          a=rtpmap:96 VP8/90000.5             | 22 | the clock rate cannot have
          a=msid:s t extra                    | 12 | should end here
          a=simulcast                         | 12 | value are missing
          a=simulcast:send                    | 17 | list of rids is missing
          a=simulcast:both a                  | 13 | must be send or recv
          a=simulcast:send a;                 | 18 | rid in the list is empty
          a=simulcast:send a send b           | 20 | given twice
          a=simulcast:send a recv b send c    | 27 | should end here
          b=AS:-1                             | 6  | must be a number, not "-1"
          m=video 9 RTP/AVP 96 128            | 22 | from 0 to 127
          m=video 9 RTP/AVP 99999999999       | 19 | from 0 to 127
          a=sctp-port:5000x                   | 17 | should end here
          a=max-message-size:-1               | 20 | must be a number
          a=max-message-size:9223372036854775808 | 20 | must be from 0
          """)
  void aBadLineIsNamedWithTheColumn(String line, int column, String problem) {
    SdpParseException error = Parsing.error(Parsing.HEAD + line + "\r\na=fine\r\n");
    assertThat(error.line()).isEqualTo(5);
    assertThat(error.column()).as(error.getMessage()).isEqualTo(column);
    assertThat(error)
        .hasMessageStartingWith("line 5, column " + column + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void aBadLineBelowAMediaLineIsNamed() {
    SdpParseException error =
        Parsing.error(Parsing.HEAD + "m=audio 9 RTP/AVP 0\na=mid:0\na=setup:nobody\n");
    assertThat(error.line()).isEqualTo(7);
    assertThat(error.column()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(chars = {'v', 'o', 's', 'u', 'e', 'p', 't', 'r', 'z'})
  void aSessionsLineHasNoPlaceInAMediaDescription(char type) {
    SdpParseException error = Parsing.error(Parsing.HEAD + "m=audio 9 RTP/AVP 0\n" + type + "=0\n");
    assertThat(error.line()).isEqualTo(6);
    assertThat(error).hasMessageContaining("no place in a media description");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                           | 1 | the v= line is expected
          'o=- 1 1 IN IP4 a'                           | 1 | the v= line is expected
          'm=audio 9 RTP/AVP 0'                        | 1 | the v= line is expected
          'x=0'                                        | 1 | the v= line is expected
          'v=1'                                        | 1 | protocol version
          'v=0'                                        | 2 | the o= line is expected
          'v=0~s=-'                                    | 2 | the o= line is expected
          'v=0~v=0'                                    | 2 | the o= line is expected
          'v=0~o=- 1 1 IN IP4 a'                       | 3 | the s= line is expected
          'v=0~o=- 1 1 IN IP4 a~t=0 0'                 | 3 | the s= line is expected
          'v=0~o=- 1 1 IN IP4 a~s=-'                   | 4 | no t= line
          'v=0~o=- 1 1 IN IP4 a~s=-~m=audio 9 RTP 0'   | 4 | no t= line
          'v=0~o=- 1 1 IN IP4 a~s=-~r=1 1 1~t=0 0'     | 4 | needs a t= line above
          'v=0~o=- x 1 IN IP4 a'                       | 2 | session id must be a number
          'v=0~o=- 1 1 IN IP4'                         | 2 | address is missing
          'v=0~o=- 1 1 IN IP4 a b'                     | 2 | should end here
          """)
  void whatMustStandFirstIsAskedFor(String lines, int line, String problem) {
    SdpParseException error = Parsing.error(lines.replace("~", "\r\n"));
    assertThat(error.line()).isEqualTo(line);
    assertThat(error).hasMessageContaining(problem);
  }

  @Test
  void anEmptyLineInTheMiddleIsNamed() {
    SdpParseException error = Parsing.error(Parsing.HEAD + "\r\na=fine\r\n");
    assertThat(error.line()).isEqualTo(5);
    assertThat(error.column()).isEqualTo(1);
  }

  @Test
  void aControlCharacterThatEndsNoLineIsNamed() {
    for (String control : new String[] {"\0", "\r"}) {
      SdpParseException error = Parsing.error(Parsing.HEAD + "a=x" + control + "y\r\n");
      assertThat(error.line()).isEqualTo(5);
      assertThat(error.column()).isEqualTo(4);
    }
  }

  @Test
  void aLongFieldIsNotQuotedWhole() {
    assertThat(Parsing.error(Parsing.HEAD + "t=" + "x".repeat(100_000)).getMessage())
        .hasSizeLessThan(200);
  }
}
