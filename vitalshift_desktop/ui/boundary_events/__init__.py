"""Notes on agreements, worksheets for before and after, consultations, and what drifts."""
