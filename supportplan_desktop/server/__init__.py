"""The server `supportplan-server`: the same services over HTTP, for many accounts at once (API, DESIGN 1).

It is as many processes as are asked for, all over one database; nothing is kept in a process that another would miss.
"""
