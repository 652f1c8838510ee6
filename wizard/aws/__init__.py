"""The AWS side: ARNs and partitions, limits, policy documents, trust and permission policies."""
