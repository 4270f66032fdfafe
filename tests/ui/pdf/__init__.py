"""Tests of the PDF view."""
