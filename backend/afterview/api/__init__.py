"""HTTP in, HTTP out: translate, call one service, translate back."""
