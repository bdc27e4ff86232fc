"""How good the program is: plans against those that careful readers wrote by hand, and one run against an earlier one."""
