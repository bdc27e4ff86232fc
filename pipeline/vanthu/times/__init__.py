"""Arithmetic of time: calendar periods, working days and holidays, the lunar calendar, and what time phrases stand for.

Nothing here knows a document. A phrase that a rule found becomes deadlines in a `TimeContext`, by plain arithmetic on the rule's groups;
whatever had to be supposed on the way (a year, a month, the day of issue) is said in the deadline's `assumptions`. `complete` asks
dateparser for dates in forms that no rule knows.
"""
