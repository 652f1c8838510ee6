"""What the view of two plans is made from: the other plan, what changed since, who gains and loses what."""
