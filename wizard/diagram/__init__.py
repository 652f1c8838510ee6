"""The diagram of the flow: from the Okta profile to the resources, as a value, as lines and as Mermaid; drawn by ui."""
