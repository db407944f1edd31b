package graph

import "fmt"

// outline is the shape of a kind of node.
type outline struct {
	extraX, extraY float64 // room that the shape takes from the text, on each side
	down           float64 // how far the text sits below the middle
	path           func(x, y, w, h float64) string
}

var outlines = [kindCount]outline{
	Person:    {extraX: 6, path: pill},
	System:    {path: func(x, y, w, h float64) string { return roundedBox(x, y, w, h, 7) }},
	Store:     {extraY: 5, down: 4, path: drum},
	Recipient: {extraX: 2, path: clippedBox},
	Place:     {extraX: 8, path: hexagon},
}

func pill(x, y, w, h float64) string {
	return roundedBox(x, y, w, h, min(h/2, 26))
}

func roundedBox(x, y, w, h, r float64) string {
	return fmt.Sprintf("M%[1]s %[2]sh%[3]sa%[4]s %[4]s 0 0 1 %[4]s %[4]sv%[5]sa%[4]s %[4]s 0 0 1 -%[4]s %[4]s"+
		"h-%[3]sa%[4]s %[4]s 0 0 1 -%[4]s -%[4]sv-%[5]sa%[4]s %[4]s 0 0 1 %[4]s -%[4]sz",
		num(x+r), num(y), num(w-2*r), num(r), num(h-2*r))
}

const drumLid = 6 // half the height of the ellipse at either end

func drum(x, y, w, h float64) string {
	return fmt.Sprintf("M%s %sa%s %d 0 0 1 %s 0v%sa%[3]s %[4]d 0 0 1 -%[5]s 0zm0 0a%[3]s %[4]d 0 0 0 %[5]s 0",
		num(x), num(y+drumLid), num(w/2), drumLid, num(w), num(h-2*drumLid))
}

func clippedBox(x, y, w, h float64) string {
	const corner = 10
	return fmt.Sprintf("M%s %sh%sl%d %dv%sh-%sz", num(x), num(y), num(w-corner), corner, corner, num(h-corner), num(w))
}

func hexagon(x, y, w, h float64) string {
	const side = 10
	return fmt.Sprintf("M%s %sh%sl%d %sl-%[4]d %[5]sh-%[3]sl-%[4]d -%[5]sz", num(x+side), num(y), num(w-2*side), side, num(h/2))
}
