"""Assignment notes (*Phiếu giao việc*): a Word file for each unit, made from a template that an office edits in Word."""
