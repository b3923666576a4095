@echo off
rem Make .venv from the lock file. Needs Python 3.11 or newer (python.org); asks for nothing else.
setlocal
set "ROOT=%~dp0.."
set "LOCK=%~dp0requirements.lock"
set "PY=%ROOT%\.venv\Scripts\python.exe"
set "READY=%ROOT%\.venv\ready.lock"

rem The same lock file as last time: nothing to do.
if exist "%PY%" if exist "%READY%" (
    fc /b "%LOCK%" "%READY%" >nul 2>&1 && exit /b 0
)

if not exist "%PY%" (
    call :make_venv || exit /b 1
)
"%PY%" -m pip install --quiet --disable-pip-version-check --require-hashes -r "%LOCK%" || (
    echo The packages could not be installed. Check the network, then start again. 1>&2
    exit /b 1
)
pushd "%ROOT%" && "%PY%" -m leghorn_bench.texts.compile
if errorlevel 1 exit /b 1
popd
copy /y "%LOCK%" "%READY%" >nul
exit /b 0

:make_venv
rem The launcher knows every Python that is installed; without it, whatever is on the path.
for %%V in (3.13 3.12 3.11) do (
    py -%%V -c "import venv" >nul 2>&1 && (
        py -%%V -m venv "%ROOT%\.venv"
        goto :made
    )
)
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 || (
    echo Python 3.11 or newer is needed: install it from https://www.python.org, then start again. 1>&2
    exit /b 1
)
python -m venv "%ROOT%\.venv"
:made
if exist "%PY%" exit /b 0
echo The folder .venv could not be made in "%ROOT%". Check that you may write there. 1>&2
exit /b 1
