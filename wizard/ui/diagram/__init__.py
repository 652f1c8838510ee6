"""The parts of the view of the flow: where things stand, how they are painted, the picture that is saved."""
