# docker build -t afterview . && docker run -p 8000:8000 -v afterview:/data afterview

FROM node:24-slim AS pages
WORKDIR /source/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci
COPY openapi ../openapi
COPY frontend ./
RUN npm run types && npm run build

FROM python:3.11-slim AS program
WORKDIR /source
RUN python -m venv /afterview
COPY requirements-runtime.lock ./
RUN /afterview/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements-runtime.lock
COPY pyproject.toml README.md ./
COPY tools tools
COPY migrations migrations
COPY backend backend
COPY --from=pages /source/frontend/dist frontend/dist
RUN /afterview/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
RUN useradd --system --uid 10001 afterview && install -d -o afterview /data
COPY --from=program /afterview /afterview
ENV PATH=/afterview/bin:$PATH AFTERVIEW_DATA_DIR=/data PYTHONUNBUFFERED=1
USER afterview
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8000/readyz', timeout=5)"]
CMD ["sh", "-c", "afterview migrate && exec afterview serve --host 0.0.0.0 --port 8000"]
