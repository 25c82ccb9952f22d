"""What several folders of tests share: virtual time, scripted and hostile servers, one scenario in two worlds."""
