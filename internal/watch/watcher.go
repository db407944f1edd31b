package watch

// A Watcher says when to read again. It asks to be called at intervals, and says so
// once something has changed and then stayed as it is for one interval: what is still
// being written is not read yet.
type Watcher struct {
	read   Sight // when it was read last
	before Sight // at the last look
}

// NewWatcher returns a watcher of what was recorded.
func NewWatcher(r *Record) *Watcher {
	seen := r.seen()
	return &Watcher{read: seen, before: seen}
}

// Settled reports, from how things look now, whether they are to be read again.
func (w *Watcher) Settled(now Sight) bool {
	settled := !now.equal(w.read) && now.equal(w.before)
	w.before = now
	return settled
}
