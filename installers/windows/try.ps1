# Installs the setup program for this person, lets the program test itself, and removes it again: try.ps1 FOLDER
param([Parameter(Mandatory)] [string] $Folder)
$ErrorActionPreference = "Stop"

$setup = (Get-ChildItem $Folder -Filter *-setup.exe).FullName
Start-Process $setup -ArgumentList "/S" -Wait
$place = Join-Path $env:LOCALAPPDATA "Programs\Session Tag Wizard"
& (Join-Path $place "session-tag-wizard.exe") selftest
if ($LASTEXITCODE -ne 0) { throw "the installed program is not whole" }
& (Join-Path $place "session-tag-wizard.exe") export resources\examples\team-project.session-tags.yaml --out build\installed
if ($LASTEXITCODE -ne 0) { throw "the installed program does not export" }
Start-Process (Join-Path $place "uninstall.exe") -ArgumentList "/S", "_?=$place" -Wait
if (Test-Path (Join-Path $place "_internal")) { throw "something was left behind" }
