"""Tests of the enquiry page."""
