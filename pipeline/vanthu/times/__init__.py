"""Arithmetic of time: calendar periods, working days and holidays, the lunar calendar, and what time phrases stand for.

Nothing here knows a document. Dates are plain arithmetic on what a rule's groups hold; `dateparser` is not asked, since the
rules already tell day, month and year apart, and it would make up what is missing. A phrase that a rule found becomes deadlines in a `TimeContext`; whatever had to be supposed on
the way (a year, a month, the day of issue) is said in the deadline's `assumptions`.
"""
