package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// entry is what the checks read of a file that is kept by hand.
type entry struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Country string `json:"country"`
}

func readEntries(path string) (map[string]entry, error) {
	var set struct {
		Entries []entry `json:"entries"`
	}
	if err := readJSON(path, &set); err != nil {
		return nil, err
	}
	byCode := make(map[string]entry, len(set.Entries))
	for _, e := range set.Entries {
		byCode[e.Code] = e
	}
	return byCode, nil
}

// checkSubdivisions compares the subdivisions of every country in the file with
// those that CLDR contains for it: neither may have one that the other lacks.
func checkSubdivisions(data, modules string) error {
	ours, err := readEntries(filepath.Join(data, "subdivisions.json"))
	if err != nil {
		return err
	}
	var cldr struct {
		Supplemental struct {
			SubdivisionContainment map[string]struct {
				Contains []string `json:"_contains"`
			} `json:"subdivisionContainment"`
		} `json:"supplemental"`
	}
	path := filepath.Join(modules, "cldr-core", "supplemental", "subdivisionContainment.json")
	if err := readJSON(path, &cldr); err != nil {
		return err
	}
	var faults []error
	for _, country := range countriesIn(ours) {
		theirs := make(map[string]bool)
		for _, code := range cldr.Supplemental.SubdivisionContainment[country].Contains {
			theirs[country+"-"+strings.ToUpper(code[2:])] = true
		}
		faults = append(faults, compare("subdivisions.json", country, ours, theirs)...)
	}
	return errors.Join(faults...)
}

func countriesIn(entries map[string]entry) []string {
	seen := make(map[string]bool)
	for _, e := range entries {
		seen[e.Country] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

func compare(file, country string, ours map[string]entry, theirs map[string]bool) []error {
	var faults []error
	for _, code := range slices.Sorted(maps.Keys(theirs)) {
		if _, ok := ours[code]; !ok {
			faults = append(faults, fmt.Errorf("%s lacks %s", file, code))
		}
	}
	for _, code := range slices.Sorted(maps.Keys(ours)) {
		if ours[code].Country == country && !theirs[code] {
			faults = append(faults, fmt.Errorf("%s has %s, which CLDR has not", file, code))
		}
	}
	return faults
}

// checkAWS compares the regions with the partitions of the SDK: the same codes
// under the same names. The isolated partitions, which only intelligence
// services reach, are left out.
func checkAWS(data, modules string) error {
	ours, err := readEntries(filepath.Join(data, "regions_aws.json"))
	if err != nil {
		return err
	}
	theirs, err := readPartitions(modules)
	if err != nil {
		return err
	}
	var faults []error
	for _, code := range slices.Sorted(maps.Keys(theirs)) {
		switch e, ok := ours[code]; {
		case !ok:
			faults = append(faults, fmt.Errorf("regions_aws.json lacks %s, %s", code, theirs[code]))
		case e.Name != theirs[code]:
			faults = append(faults, fmt.Errorf("regions_aws.json calls %s %q, the SDK %q", code, e.Name, theirs[code]))
		}
	}
	for _, code := range slices.Sorted(maps.Keys(ours)) {
		if _, ok := theirs[code]; !ok {
			faults = append(faults, fmt.Errorf("regions_aws.json has %s, which the SDK has not", code))
		}
	}
	return errors.Join(faults...)
}

// readPartitions reads the names of the regions from the module in which the
// SDK keeps them as one literal, which is JSON but for what stands around it.
func readPartitions(modules string) (map[string]string, error) {
	path := filepath.Join(modules, "@aws-sdk", "core", "dist-es", "submodules", "client",
		"util-endpoints", "lib", "aws", "partitions.js")
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	_, literal, found := bytes.Cut(raw, []byte("partitionsInfo = "))
	if !found {
		return nil, fmt.Errorf("%s holds no partitions", path)
	}
	var info struct {
		Partitions []struct {
			ID      string `json:"id"`
			Regions map[string]struct {
				Description string `json:"description"`
			} `json:"regions"`
		} `json:"partitions"`
	}
	if err := json.NewDecoder(bytes.NewReader(literal)).Decode(&info); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	regions := make(map[string]string)
	for _, partition := range info.Partitions {
		if strings.HasPrefix(partition.ID, "aws-iso") {
			continue
		}
		for code, region := range partition.Regions {
			if !strings.HasSuffix(code, "-global") {
				regions[code] = region.Description
			}
		}
	}
	return regions, nil
}
