// Command privity-cloud is privity with object storage: it keeps a history also
// in Amazon S3 and what speaks its language (s3://), in Google Cloud Storage
// (gs://) and in Azure Blob Storage (azblob://).
//
// It is a module of its own, since the libraries for those weigh more than all
// the rest of Privity, and most people need none of them.
package main

import (
	_ "embed"
	"os"

	"github.com/privity/privity/cmd/privity-cloud/objects"
	"github.com/privity/privity/internal/cli"
)

// thirdParty is what is owed to the authors of the modules that are linked into this
// program, which are more than those of privity. "make notice" writes it.
//
//go:embed third_party.txt
var thirdParty string

func main() { os.Exit(cli.Main(cli.Edition{Stores: objects.Openers(), ThirdParty: thirdParty})) }
