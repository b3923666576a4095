@echo off
rem Set up everything, then open the program: packaging\run.bat [--demo] [VERB ...]
setlocal
set "ROOT=%~dp0.."
call "%~dp0setup.bat" || exit /b 1
"%ROOT%\.venv\Scripts\python.exe" "%ROOT%\main.py" %*
exit /b %ERRORLEVEL%
