"""What ``make dist`` builds, taken in the hand: installed, started, judged by the tools of each format."""
