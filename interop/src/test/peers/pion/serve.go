package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"

	"github.com/pion/webrtc/v3"
)

var lastNumber int32

func serve() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	http.HandleFunc("/offer", takeOffer)
	fmt.Printf("serving on http://%v/offer\n", listener.Addr())
	return http.Serve(listener, nil)
}

func takeOffer(response http.ResponseWriter, request *http.Request) {
	var offered webrtc.SessionDescription
	if err := json.NewDecoder(request.Body).Decode(&offered); err != nil {
		http.Error(response, err.Error(), http.StatusBadRequest)
		return
	}
	answered, err := answer(offered)
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	response.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(response).Encode(answered)
}

// answer makes a connection that sends everything back.
func answer(offered webrtc.SessionDescription) (*webrtc.SessionDescription, error) {
	pc, err := newConnection()
	if err != nil {
		return nil, err
	}
	number := atomic.AddInt32(&lastNumber, 1)
	pc.OnDataChannel(func(c *webrtc.DataChannel) { adopt(pc, number, c) })
	if err = pc.SetRemoteDescription(offered); err != nil {
		return nil, err
	}
	created, err := pc.CreateAnswer(nil)
	if err != nil {
		return nil, err
	}
	return describe(pc, created)
}

func adopt(pc *webrtc.PeerConnection, number int32, c *webrtc.DataChannel) {
	c.OnMessage(func(m webrtc.DataChannelMessage) {
		if m.IsString {
			_ = c.SendText(string(m.Data))
		} else {
			_ = c.Send(m.Data)
		}
	})
	c.OnClose(func() {
		// The client's first channel lives as long as its connection.
		if c.Label() == "echo" {
			_ = pc.Close()
			fmt.Println("connection", number, "closed")
		}
	})
}
