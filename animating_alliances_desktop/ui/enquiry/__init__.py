"""The enquiry page."""
