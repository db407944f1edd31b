package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/signature"
)

// An approving is one run of approve.
type approving struct {
	role, key, signature string
	statement            bool
}

func newApprove(s *session) *cobra.Command {
	var run approving
	cmd := &cobra.Command{
		Use:   "approve PLAN --role ROLE [--key FILE | --signature FILE | --statement]",
		Short: "sign a plan, as somebody whose approval it needs",
		Long: `Adds an approval to a plan: an SSH signature of its digest, made in a role. Which roles
have to approve what, and by which keys, is said by the approval blocks of the version
in force; see privity explain approval.

The key is a private key, or the public key of one in the agent; without --key it is
the one that PRIVITY_KEY names in the environment. Nothing is asked from anybody else,
and the plan may be passed on by mail: it is a file.

Who does not have privity signs with OpenSSH: --statement prints the text to be
signed, and --signature adds what came of it. Read the plan first: its summary says
what is approved.`,
		Example: `privity approve plan.json --role legal --key ~/.ssh/id_ed25519
privity approve plan.json --role legal --statement > statement
ssh-keygen -Y sign -n privity-approval -f ~/.ssh/id_ed25519 statement
privity approve plan.json --role legal --signature statement.sig`,
		Args: arguments(1, 1, "name the plan: privity approve plan.json --role legal"),
	}
	cmd.Flags().StringVar(&run.role, "role", "", "approve as `ROLE`, the name of an approval block")
	cmd.Flags().StringVar(&run.key, "key", "", "sign with the SSH key in `FILE`; a public key is looked for in the agent")
	cmd.Flags().StringVar(&run.signature, "signature", "", "add the signature in `FILE`, which ssh-keygen has made")
	cmd.Flags().BoolVar(&run.statement, "statement", false, "print what is to be signed, and sign nothing")
	mustComplete(cmd, "role", s.completeRoles)
	cmd.RunE = func(_ *cobra.Command, args []string) error { return s.approve(run, args[0]) }
	return cmd
}

// completeRoles offers the roles whose approval a plan needs to a shell.
func (s *session) completeRoles(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 || s.enter() != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	file, err := s.readPlan(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var roles []string
	for _, r := range file.Plan.Approvals {
		roles = append(roles, r.Role)
	}
	return roles, cobra.ShellCompDirectiveNoFileComp
}

func (s *session) approve(run approving, path string) error {
	file, err := s.readPlan(path)
	if err != nil {
		return err
	}
	needed, err := requirementOf(file, run.role)
	if err != nil {
		return err
	}
	statement := plan.Statement(run.role, file.Digest)
	if run.statement {
		return s.print(statement)
	}
	armored, err := s.approvalSignature(run, statement)
	if err != nil {
		return err
	}
	fingerprint, err := signature.Signed(statement, armored, plan.Namespace)
	if err != nil {
		return fail("the signature does not approve this plan: "+err.Error(), "sign what --statement prints, for the namespace "+plan.Namespace)
	}
	if !slices.Contains(needed.Keys, fingerprint) {
		return fail("the key "+fingerprint+" does not sign for "+run.role, "it is one of "+strings.Join(needed.Keys, ", "))
	}
	file.Approve(plan.Approval{Role: run.role, Key: fingerprint, Signature: string(armored)})
	text, err := file.Encode()
	if err != nil {
		return err
	}
	if err := s.replaceFile(path, text); err != nil {
		return err
	}
	s.note("%s is approved by %s, with the key %s.", s.seen(path), run.role, fingerprint)
	return nil
}

// requirementOf returns what a plan needs from a role.
func requirementOf(file *plan.File, role string) (plan.Requirement, error) {
	var roles []string
	for _, r := range file.Plan.Approvals {
		if r.Role == role {
			return r, nil
		}
		roles = append(roles, r.Role)
	}
	switch {
	case len(roles) == 0:
		return plan.Requirement{}, fail("the plan needs no approval", "publish it")
	case role == "":
		return plan.Requirement{}, fail("approve needs to know as whom", "the plan needs "+strings.Join(roles, " and ")+": --role "+roles[0])
	}
	return plan.Requirement{}, fail("the plan does not need the approval of "+role, "it needs "+strings.Join(roles, " and ")+meant(role, roles))
}

// approvalSignature makes a signature, or reads the one that was made.
func (s *session) approvalSignature(run approving, statement []byte) ([]byte, error) {
	if run.signature != "" {
		const most = 64 << 10
		text, err := readBounded(run.signature, most)
		if err != nil {
			return nil, fail("the signature "+run.signature+" cannot be read: "+reason(err), "")
		}
		return text, nil
	}
	signer, err := s.signer(run.key)
	if err != nil {
		return nil, err
	}
	if signer == nil {
		return nil, fail("approve needs a key", "name it with --key FILE, or in the environment: PRIVITY_KEY; or let ssh-keygen sign what --statement prints")
	}
	return signer.Sign(statement, plan.Namespace)
}
