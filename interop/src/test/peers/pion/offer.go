package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/pion/webrtc/v3"
)

// Pion 3.1 reads a message into a buffer of this size.
const largestBytes = 65535

type message struct {
	text bool
	data []byte
}

func text(s string) message { return message{true, []byte(s)} }

func binary(data []byte) message { return message{false, data} }

func small() []message {
	return []message{
		text("Hello"), text("Grüße, 世界 🌍"), binary([]byte{7}), text(""), binary(nil),
		text("after the empty ones"), binary(bytes.Repeat([]byte{1, 2, 3, 4, 5}, 300)),
	}
}

func large() []message {
	random := make([]byte, largestBytes)
	_, _ = rand.Read(random)
	return []message{text(strings.Repeat("x", largestBytes)), binary(random)}
}

// channel is a data channel on which each message is to come back before the next is sent.
type channel struct {
	*webrtc.DataChannel
	opened   chan struct{}
	closed   chan struct{}
	messages chan webrtc.DataChannelMessage
}

func newChannel(c *webrtc.DataChannel) *channel {
	made := &channel{c, make(chan struct{}), make(chan struct{}), make(chan webrtc.DataChannelMessage, 1)}
	c.OnOpen(func() { close(made.opened) })
	c.OnClose(func() { close(made.closed) })
	c.OnMessage(func(m webrtc.DataChannelMessage) { made.messages <- m })
	return made
}

func (c *channel) echo(sent message) error {
	send := c.Send
	if sent.text {
		send = func(data []byte) error { return c.SendText(string(data)) }
	}
	if err := send(sent.data); err != nil {
		return err
	}
	select {
	case returned := <-c.messages:
		if returned.IsString != sent.text || !bytes.Equal(returned.Data, sent.data) {
			return fmt.Errorf("%d bytes (text: %v) came back as %d (text: %v)",
				len(sent.data), sent.text, len(returned.Data), returned.IsString)
		}
		return nil
	case <-time.After(limit):
		return fmt.Errorf("%d bytes did not come back on %s", len(sent.data), c.Label())
	}
}

func (c *channel) echoAll(messages []message) error {
	for _, m := range messages {
		if err := c.echo(m); err != nil {
			return err
		}
	}
	return nil
}

func await(happened chan struct{}, what string) error {
	select {
	case <-happened:
		return nil
	case <-time.After(limit):
		return fmt.Errorf("waited %v for: %s", limit, what)
	}
}

func offer(url string, connections int) error {
	for i := 1; i <= connections; i++ {
		if err := offerOnce(url, i == connections); err != nil {
			return fmt.Errorf("connection %d of %d: %w", i, connections, err)
		}
	}
	return nil
}

func offerOnce(url string, stays bool) error {
	begun := time.Now()
	pc, err := newConnection()
	if err != nil {
		return err
	}
	defer pc.Close()
	made, err := pc.CreateDataChannel("first", nil)
	if err != nil {
		return err
	}
	first := newChannel(made)
	if err = negotiate(pc, url); err != nil {
		return err
	}
	if err = await(first.opened, "the first channel to open"); err != nil {
		return err
	}
	fmt.Printf("open after %.1f ms\n", float64(time.Since(begun).Microseconds())/1000)
	if err = converse(pc, first); err != nil || !stays {
		return err
	}
	fmt.Println("staying")
	return await(first.closed, "the server to close the connection")
}

func negotiate(pc *webrtc.PeerConnection, url string) error {
	created, err := pc.CreateOffer(nil)
	if err != nil {
		return err
	}
	description, err := describe(pc, created)
	if err != nil {
		return err
	}
	body, err := json.Marshal(description)
	if err != nil {
		return err
	}
	client := http.Client{Timeout: limit}
	response, err := client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the offer was answered with %s", response.Status)
	}
	var answer webrtc.SessionDescription
	if err = json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	return pc.SetRemoteDescription(answer)
}

func converse(pc *webrtc.PeerConnection, first *channel) error {
	if err := first.echoAll(append(small(), large()...)); err != nil {
		return err
	}
	ordered := false
	made, err := pc.CreateDataChannel("second", &webrtc.DataChannelInit{Ordered: &ordered})
	if err != nil {
		return err
	}
	second := newChannel(made)
	if err = await(second.opened, "the second channel to open"); err != nil {
		return err
	}
	if err = second.echoAll(small()); err != nil {
		return err
	}
	if err = first.echo(text("the other channel")); err != nil {
		return err
	}
	if err = second.Close(); err != nil {
		return err
	}
	if err = await(second.closed, "the second channel to close"); err != nil {
		return err
	}
	return first.echo(text("still here"))
}
