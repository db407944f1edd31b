package objects_test

import (
	"crypto/md5"
	"encoding/hex"
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A fakeS3 serves one bucket, as far as a history needs it, with conditional
// writes unless it is told to ignore the condition.
type fakeS3 struct {
	careless bool // writes whether there is an object or not

	mu       sync.Mutex
	objects  map[string][]byte
	conflict map[string]int // so many answers that it could not decide, by key
	loses    map[string]int // so many answers that get lost after the write, by key
}

// serve starts the server on loopback and returns the address for [objects.Open].
func (f *fakeS3) serve(t *testing.T) string {
	t.Helper()
	f.objects = map[string][]byte{}
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	return "s3://bucket/policies/acme?region=eu-west-1&use_path_style=true&endpoint=" + server.URL
}

// complain answers with an error of S3's.
func complain(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	_ = xml.NewEncoder(w).Encode(struct {
		XMLName xml.Name `xml:"Error"`
		Code    string
	}{Code: code})
}

func (f *fakeS3) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	key, ok := strings.CutPrefix(r.URL.Path, "/bucket/")
	switch {
	case !ok || key == "":
		f.list(w, r)
	case r.Method == http.MethodPut:
		f.put(w, r, key)
	case r.Method == http.MethodGet || r.Method == http.MethodHead:
		f.get(w, r, key)
	case r.Method == http.MethodDelete:
		delete(f.objects, key)
		w.WriteHeader(http.StatusNoContent)
	default:
		complain(w, http.StatusMethodNotAllowed, "MethodNotAllowed")
	}
}

func (f *fakeS3) put(w http.ResponseWriter, r *http.Request, key string) {
	content, err := io.ReadAll(r.Body)
	if err != nil {
		complain(w, http.StatusBadRequest, "IncompleteBody")
		return
	}
	if strings.HasPrefix(r.Header.Get("X-Amz-Content-Sha256"), "STREAMING-") {
		content = unchunked(content)
	}
	condition := r.Header.Get("If-None-Match") == "*" && !f.careless
	if condition && f.conflict[key] > 0 {
		f.conflict[key]--
		complain(w, http.StatusConflict, "ConditionalRequestConflict")
		return
	}
	if _, there := f.objects[key]; there && condition {
		complain(w, http.StatusPreconditionFailed, "PreconditionFailed")
		return
	}
	f.objects[key] = content
	if f.loses[key] > 0 {
		f.loses[key]--
		complain(w, http.StatusServiceUnavailable, "SlowDown") // and the client asks again
		return
	}
	w.Header().Set("ETag", etag(content))
}

// unchunked decodes a body in chunks, each with its size in hexadecimal, perhaps
// a signature, and a checksum behind the last.
func unchunked(body []byte) []byte {
	var content []byte
	for {
		line, rest, _ := strings.Cut(string(body), "\r\n")
		size, _, _ := strings.Cut(line, ";")
		n, err := strconv.ParseInt(size, 16, 64)
		if err != nil || n == 0 {
			return content
		}
		content = append(content, rest[:n]...)
		body = []byte(rest[n+2:])
	}
}

func etag(content []byte) string {
	sum := md5.Sum(content)
	return `"` + hex.EncodeToString(sum[:]) + `"`
}

func (f *fakeS3) get(w http.ResponseWriter, r *http.Request, key string) {
	content, there := f.objects[key]
	if !there {
		complain(w, http.StatusNotFound, "NoSuchKey")
		return
	}
	w.Header().Set("ETag", etag(content))
	w.Header().Set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(content)
	}
}

// list answers ListObjectsV2, three objects at a time.
func (f *fakeS3) list(w http.ResponseWriter, r *http.Request) {
	const page = 3
	q := r.URL.Query()
	prefix, delimiter, after := q.Get("prefix"), q.Get("delimiter"), q.Get("continuation-token")
	type object struct {
		Key          string
		Size         int
		ETag         string
		LastModified string
	}
	var result struct {
		XMLName               xml.Name `xml:"ListBucketResult"`
		IsTruncated           bool
		NextContinuationToken string `xml:",omitempty"`
		KeyCount              int
		Contents              []object
		CommonPrefixes        []struct{ Prefix string }
	}
	var keys []string
	for key := range f.objects {
		if strings.HasPrefix(key, prefix) && key > after {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		if delimiter != "" && strings.Contains(key[len(prefix):], delimiter) {
			continue // nobody asks for folders
		}
		if len(result.Contents) == page {
			result.IsTruncated, result.NextContinuationToken = true, result.Contents[page-1].Key
			break
		}
		result.Contents = append(result.Contents, object{key, len(f.objects[key]), etag(f.objects[key]), "2026-01-01T00:00:00.000Z"})
	}
	result.KeyCount = len(result.Contents)
	w.Header().Set("Content-Type", "application/xml")
	_ = xml.NewEncoder(w).Encode(result)
}
