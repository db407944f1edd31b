// Command privity-cloud is privity with object storage: it keeps a history also
// in Amazon S3 and what speaks its language (s3://), in Google Cloud Storage
// (gs://) and in Azure Blob Storage (azblob://).
//
// It is a module of its own, since the libraries for those weigh more than all
// the rest of Privity, and most people need none of them.
package main

import (
	"os"

	"github.com/privity/privity/cmd/privity-cloud/objects"
	"github.com/privity/privity/internal/cli"
)

func main() { os.Exit(cli.Main(objects.Openers())) }
