// Pion as a peer of the echo programs.
//
//	pionpeer offer URL CONNECTIONS   makes so many connections to an echo server, in a row, and
//	                                 waits for the server to close the last one
//	pionpeer serve                   is an echo server, until it is ended
//
// Prints a line for all that the test waits for. Exits with 0 if everything came back as it was
// sent.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/pion/webrtc/v3"
)

const limit = 20 * time.Second

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) == 3 && arguments[0] == "offer" {
		connections, err := strconv.Atoi(arguments[2])
		if err != nil {
			return err
		}
		return offer(arguments[1], connections)
	}
	if len(arguments) == 1 && arguments[0] == "serve" {
		return serve()
	}
	return fmt.Errorf("either: offer URL CONNECTIONS, or: serve")
}

func newConnection() (*webrtc.PeerConnection, error) {
	settings := webrtc.SettingEngine{}
	settings.SetIncludeLoopbackCandidate(true)
	return webrtc.NewAPI(webrtc.WithSettingEngine(settings)).NewPeerConnection(webrtc.Configuration{})
}

// describe applies the description as the local one and returns it with all of its candidates.
func describe(pc *webrtc.PeerConnection, description webrtc.SessionDescription) (*webrtc.SessionDescription, error) {
	gathered := webrtc.GatheringCompletePromise(pc)
	if err := pc.SetLocalDescription(description); err != nil {
		return nil, err
	}
	select {
	case <-gathered:
		return pc.LocalDescription(), nil
	case <-time.After(limit):
		return nil, fmt.Errorf("gathering took more than %v", limit)
	}
}
