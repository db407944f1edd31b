package signature_test

import (
	"bytes"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"github.com/privity/privity/internal/signature"
)

const namespace = "privity-history"

// keygen runs ssh-keygen in a folder.
func keygen(t *testing.T, dir string, stdin []byte, args ...string) error {
	t.Helper()
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("there is no ssh-keygen here")
	}
	cmd := exec.CommandContext(t.Context(), "ssh-keygen", args...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	t.Logf("ssh-keygen %v: %v\n%s", args, err, out)
	return err
}

// newKey makes a key with ssh-keygen and opens it.
func newKey(t *testing.T, kind string) (dir string, s *signature.Signer) {
	t.Helper()
	dir = t.TempDir()
	if err := keygen(t, dir, nil, "-q", "-t", kind, "-N", "", "-C", "somebody@example.com", "-f", "key"); err != nil {
		t.Fatal(err)
	}
	s, err := signature.Open(filepath.Join(dir, "key"), "")
	if err != nil {
		t.Fatal(err)
	}
	return dir, s
}

func write(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Each of the two accepts what the other has signed.
func TestLikeOpenSSH(t *testing.T) {
	for _, kind := range []string{"ed25519", "ecdsa", "rsa"} {
		t.Run(kind, func(t *testing.T) {
			dir, s := newKey(t, kind)
			text := []byte("a head\n")
			allowed := signature.Allow("publisher", namespace, s)
			armored, err := s.Sign(text, namespace)
			if err != nil {
				t.Fatal(err)
			}
			write(t, dir, "allowed", allowed.Bytes())
			write(t, dir, "text.sig", armored)
			if err := keygen(t, dir, text, "-Y", "verify", "-f", "allowed", "-I", "publisher", "-n", namespace, "-s", "text.sig"); err != nil {
				t.Errorf("ssh-keygen does not accept our signature: %v", err)
			}
			write(t, dir, "other", text)
			if err := keygen(t, dir, nil, "-Y", "sign", "-f", "key", "-n", namespace, "other"); err != nil {
				t.Fatal(err)
			}
			theirs, err := os.ReadFile(filepath.Join(dir, "other.sig"))
			if err != nil {
				t.Fatal(err)
			}
			who, err := signature.Verify(text, theirs, namespace, allowed)
			if want := (signature.Person{Name: "publisher", Fingerprint: s.Fingerprint()}); err != nil || who != want {
				t.Errorf("got %v, %v, want %v", who, err, want)
			}
		})
	}
}

func TestVerifyRefuses(t *testing.T) {
	_, s := newKey(t, "ed25519")
	_, stranger := newKey(t, "ed25519")
	text := []byte("a head\n")
	armored, err := s.Sign(text, namespace)
	if err != nil {
		t.Fatal(err)
	}
	allowed := signature.Allow("publisher", namespace, s)
	tests := []struct {
		name      string
		text, sig []byte
		namespace string
		allowed   *signature.Allowed
		want      error
	}{
		{"another text", []byte("a head"), armored, namespace, allowed, signature.ErrMismatch},
		{"another namespace", text, armored, "privity-approval", allowed, signature.ErrMismatch},
		{"another key", text, armored, namespace, signature.Allow("publisher", namespace, stranger), signature.ErrStranger},
		{"a key for something else", text, armored, namespace, signature.Allow("publisher", "git", s), signature.ErrStranger},
		{"nobody", text, armored, namespace, &signature.Allowed{}, signature.ErrStranger},
		{"no signature", text, []byte("-----BEGIN SSH SIGNATURE-----\n"), namespace, allowed, signature.ErrMalformed},
		{"half a signature", text, armored[:len(armored)/2], namespace, allowed, signature.ErrMalformed},
	}
	for _, tt := range tests {
		if _, err := signature.Verify(tt.text, tt.sig, tt.namespace, tt.allowed); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

// A signature in canonical form cannot be changed by a byte unseen.
func TestEveryByteCounts(t *testing.T) {
	_, s := newKey(t, "ed25519")
	text := []byte("a head\n")
	armored, err := s.Sign(text, namespace)
	if err != nil {
		t.Fatal(err)
	}
	allowed := signature.Allow("publisher", namespace, s)
	for i := range armored {
		for _, c := range []byte{'\n', ' ', 'A', armored[i] ^ 1, armored[i] ^ 0x20} {
			changed := bytes.Clone(armored)
			changed[i] = c
			if bytes.Equal(changed, armored) {
				continue
			}
			if _, err := signature.Verify(text, changed, namespace, allowed); err == nil && signature.Canonical(changed) {
				t.Errorf("byte %d may be %q", i, c)
			}
		}
	}
}

func TestParse(t *testing.T) {
	_, s := newKey(t, "ed25519")
	line := string(signature.Allow("publisher", namespace, s).Bytes())
	_, key, _ := strings.Cut(line, "ssh-ed25519 ")
	key = "ssh-ed25519 " + key
	tests := []struct{ content, want string }{
		{"# ours\n\npublisher " + key, ""},
		{"a,b namespaces=\"git,privity-*\" " + strings.TrimSpace(key) + " somebody@example.com\n", ""},
		{key, "line 1"},
		{"\npublisher ssh-ed25519 AAAA\n", "line 2"},
		{"publisher cert-authority " + key, "cert-authority is not supported"},
		{"publisher valid-before=\"20300101\" " + key, "valid-before is not supported"},
	}
	for _, tt := range tests {
		allowed, err := signature.Parse([]byte(tt.content))
		if tt.want != "" {
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%q: got %v, want %q", tt.content, err, tt.want)
			}
			continue
		}
		if err != nil || !allowed.Allows(s, namespace) {
			t.Errorf("%q: %v", tt.content, err)
			continue
		}
		if strings.Contains(string(allowed.Bytes()), "somebody") {
			t.Errorf("%q: the comment was kept", tt.content)
		}
		again, err := signature.Parse(allowed.Bytes())
		if err != nil || !bytes.Equal(again.Bytes(), allowed.Bytes()) {
			t.Errorf("%q: becomes %q, %v", tt.content, again.Bytes(), err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := keygen(t, dir, nil, "-q", "-t", "ed25519", "-N", "secret", "-f", "locked"); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "text", []byte("text"))
	for name, want := range map[string]string{
		"locked": "passphrase", "locked.pub": "no agent", "text": "no key", "absent": "no such file", ".": "not a file",
	} {
		if _, err := signature.Open(filepath.Join(dir, name), ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
	}
}

func TestAgent(t *testing.T) {
	dir, fromFile := newKey(t, "ed25519")
	socket := filepath.Join(dir, "agent")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Skipf("no sockets here: %v", err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	private, err := os.ReadFile(filepath.Join(dir, "key"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.ParseRawPrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	ring := agent.NewKeyring()
	if err := ring.Add(agent.AddedKey{PrivateKey: key}); err != nil {
		t.Fatal(err)
	}
	go func() {
		for conn, err := listener.Accept(); err == nil; conn, err = listener.Accept() {
			go func() { _ = agent.ServeAgent(ring, conn) }()
		}
	}()
	s, err := signature.Open(filepath.Join(dir, "key.pub"), socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	armored, err := s.Sign([]byte("text"), namespace)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := signature.Verify([]byte("text"), armored, namespace, signature.Allow("publisher", namespace, fromFile)); err != nil {
		t.Error(err)
	}
	other, _ := newKey(t, "ed25519")
	if _, err := signature.Open(filepath.Join(other, "key.pub"), socket); err == nil || !strings.Contains(err.Error(), "does not have the key") {
		t.Errorf("got %v for a key that the agent does not have", err)
	}
}
